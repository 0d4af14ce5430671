import { summarize } from '@sixstep/model';
import { caseDifference } from '../compare.js';
import type { SerializedPart } from '../fixture.js';
import { fromKerasConfig } from '@sixstep/formats';
import type { Suite } from '../suite.js';

/** Names, classes, output shapes and numbers of parameters of the layers, and the totals. */
export const summarySuite: Suite = async (test) => {
  const model = fromKerasConfig(test.config['model'] as SerializedPart);
  try {
    const { layers, totalParams, trainableParams, nonTrainableParams } = summarize(model);
    return caseDifference(test, {
      layers: layers.map(({ name, className, outputShape, params }) => ({
        name,
        class_name: className,
        output_shape: outputShape,
        params,
      })),
      total_params: totalParams,
      trainable_params: trainableParams,
      non_trainable_params: nonTrainableParams,
    });
  } finally {
    model.dispose();
  }
};
