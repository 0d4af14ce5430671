import type { Metric } from '@sixstep/metrics';
import type { Tensor } from '@tensorflow/tfjs-core';
import { caseDifference } from '../compare.js';
import type { TensorData } from '../fixture.js';
import { partFromKeras } from '../from-keras.js';
import { lastWord, type Suite } from '../suite.js';
import { toTensor } from '../tensor-data.js';

type Batch = Readonly<Partial<Record<'y_true' | 'y_pred' | 'values' | 'sample_weight', TensorData>>>;

/** The result after each batch, after a reset, and after the first batch once more. */
export const metricsSuite: Suite = async (test) => {
  const part = { module: 'keras.metrics', class_name: lastWord(test.target), config: test.config };
  const metric = partFromKeras(part) as Metric<number | number[]>;
  const update = metric.updateState.bind(metric) as (...tensors: readonly (Tensor | undefined)[]) => void;
  const add = (batch: Batch): void => {
    const values = 'values' in batch ? [batch.values] : [batch.y_true, batch.y_pred];
    update(...[...values, batch.sample_weight].flatMap((value) => (value == null ? [] : [toTensor(value)])));
  };
  const batches = test.inputs['batches'] as readonly Batch[];
  const results = batches.map((batch) => {
    add(batch);
    return metric.result();
  });
  metric.resetState();
  const reset = metric.result();
  add(batches[0]!);
  return caseDifference(test, { results, reset_result: reset, first_again: metric.result() });
};
