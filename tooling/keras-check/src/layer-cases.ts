import { RecurrentCell } from '@sixstep/layers';
import { sgd } from '@sixstep/optimizers';
import { layerExamples, modelAround, numbers } from '@sixstep/tooling-layer-examples';
import type { CheckCase } from './check-case.js';

/** Every layer, within a small model. Cells are called otherwise in Keras, where they stand in a recurrent layer only. */
export const layerCases = (): CheckCase[] =>
  layerExamples
    .filter(({ make }) => !(make() instanceof RecurrentCell))
    .map((example) => ({
      name: `layer ${example.title}`,
      make: () => {
        const model = modelAround(example);
        model.compile({ optimizer: sgd({ learningRate: 0.01, momentum: 0.9 }), loss: 'meanSquaredError' });
        return model;
      },
      x: [numbers(example.shape, 1, example.integers)],
      y: [numbers([example.shape[0]!, 1], 2)],
    }));
