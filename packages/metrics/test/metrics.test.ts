import { expect, test } from '@jest/globals';
import {
  accuracyFor,
  auc,
  binaryAccuracy,
  categoricalAccuracy,
  createMetric,
  f1Score,
  functionMetric,
  getMetric,
  ioU,
  labelKind,
  mean,
  meanIoU,
  type Metric,
  type MetricName,
  metrics,
  precision,
  r2Score,
  recall,
  sparseCategoricalAccuracy,
  sum,
  topKCategoricalAccuracy,
  truePositives,
} from '@sixstep/metrics';
import { rememberLogits } from '@sixstep/parts';
import { abs, memory, softmax, sub, type Tensor, tensor, tensor1d, tensor2d, tidy } from '@tensorflow/tfjs-core';

test('sparseCategoricalAccuracy, two steps by hand', () => {
  const metric = sparseCategoricalAccuracy();
  // argmax: 1, 0, 0 (the first of equals); labels 1, 1, 0: two of three.
  metric.updateState(tensor1d([1, 1, 0], 'int32'), tensor2d([0.1, 0.9, 0.6, 0.4, 0.5, 0.5], [3, 2]));
  expect(metric.result()).toBe(2 / 3);
  // One more sample, right: three of four.
  metric.updateState(tensor1d([1], 'int32'), tensor2d([0.2, 0.8], [1, 2]));
  expect(metric.result()).toBe(3 / 4);
  expect(metric.state).toEqual({ total: 3, count: 4 });
});

test('mean and sum with weights, two steps by hand', () => {
  const [average, total] = [mean(), sum()];
  for (const metric of [average, total]) {
    metric.updateState(tensor1d([1, 3]), tensor1d([1, 2])); // 1 * 1 + 2 * 3 = 7 of weight 3
    metric.updateState(tensor1d([5])); // 5 of weight 1
  }
  expect(average.result()).toBe(12 / 4);
  expect(total.result()).toBe(12);
});

test('precision and recall, two steps by hand', () => {
  const [p, r] = [precision(), recall()];
  for (const metric of [p, r]) {
    // Predicted positive: the first and third. TP 1, FP 1, FN 1.
    metric.updateState(tensor1d([1, 1, 0, 0]), tensor1d([0.9, 0.2, 0.7, 0.1]));
    // Predicted positive: both. TP 2.
    metric.updateState(tensor1d([1, 1]), tensor1d([0.9, 0.8]));
  }
  expect(p.result()).toBe(3 / 4);
  expect(r.result()).toBe(3 / 4);
  expect(p.state).toEqual({ truePositives: [3], falsePositives: [1] });
});

test('auc by hand: the share of pairs that are ranked right', () => {
  const metric = auc();
  // Positives 0.35 and 0.8 against negatives 0.1 and 0.4: three of four pairs.
  metric.updateState(tensor1d([0, 0, 1, 1]), tensor1d([0.1, 0.4, 0.35, 0.8]));
  expect(metric.result()).toBeCloseTo(0.75, 12);
});

test('r2Score by hand: 1 - 2 / 8', () => {
  const metric = r2Score();
  // Mean 4; squares about it 4 + 0 + 4 = 8; errors 1 + 0 + 1 = 2.
  metric.updateState(tensor2d([2, 4, 6], [3, 1]), tensor2d([3, 4, 5], [3, 1]));
  expect(metric.result()).toBeCloseTo(0.75, 12);
});

test('meanIoU by hand: a third and a half', () => {
  const metric = meanIoU({ numClasses: 2 });
  // Class 0: both 1, union 3. Class 1: both 2, union 4. Keras adds 1e-7 to each denominator.
  metric.updateState(tensor1d([0, 0, 1, 1, 1], 'int32'), tensor1d([0, 1, 1, 1, 0], 'int32'));
  expect(metric.result()).toBeCloseTo((1 / 3 + 2 / 4) / 2, 6);
});

test('topKCategoricalAccuracy counts ties at the k-th place as in', () => {
  const metric = topKCategoricalAccuracy({ k: 2 });
  metric.updateState(tensor2d([0, 0, 1], [1, 3]), tensor2d([0.4, 0.3, 0.3], [1, 3]));
  expect(metric.result()).toBe(1);
});

test('a list of thresholds gives a list of results, one number gives a number', () => {
  const many: readonly number[] | number = truePositives({ thresholds: [0.2, 0.6] as const }).result();
  const one: number = truePositives({ thresholds: 0.2 }).result();
  expect([many, one]).toEqual([[0, 0], 0]);
});

test.each([
  [[32], [32, 10], 'sparse', 'SparseCategoricalAccuracy'],
  [[32, 1], [32, 10], 'sparse', 'SparseCategoricalAccuracy'],
  [[32, 10], [32, 10], 'categorical', 'CategoricalAccuracy'],
  [[32, 1], [32, 1], 'binary', 'BinaryAccuracy'],
  [[32], [32, 1], 'binary', 'BinaryAccuracy'],
  [[8, 20], [8, 20, 50], 'sparse', 'SparseCategoricalAccuracy'],
])('accuracy for labels %p and predictions %p is %s', (yTrue, yPred, kind, className) => {
  expect(labelKind(yTrue, yPred)).toBe(kind);
  expect(accuracyFor('acc', yTrue, yPred)).toMatchObject({ className, name: 'acc' });
  expect(accuracyFor('ce', yTrue, yPred).className).toBe(className.replace('Accuracy', 'Crossentropy'));
  expect(getMetric('accuracy', 'compile', { yTrue, yPred })).toMatchObject({ className, name: 'accuracy' });
});

test('getMetric: a name, a metric, a function', () => {
  expect(getMetric('mse', 'compile')).toMatchObject({ className: 'MeanSquaredError', name: 'mse' });
  const metric = f1Score();
  expect(getMetric(metric, 'compile')).toBe(metric);
  const worst = (yTrue: Tensor, yPred: Tensor): Tensor => abs(sub(yTrue, yPred));
  const own = getMetric(worst, 'compile');
  expect(own.name).toBe('worst');
  const before = memory().numTensors;
  const [t, p] = [tensor1d([1, 2]), tensor1d([2, 5])];
  own.updateState(t, p);
  expect(own.result()).toBe(2); // (1 + 3) / 2
  functionMetric((_, yPred) => yPred).updateState(t, p); // what was given is not disposed
  expect(Array.from(p.dataSync())).toEqual([2, 5]);
  t.dispose();
  p.dispose();
  expect(memory().numTensors).toBe(before);
});

test('cross-entropies of a softmax or sigmoid are computed from its logits', () => {
  // The probabilities have rounded to 0 and 1: from them Keras gets 16.118; from the logits -log(1 / (1 + e^40)) = 40.
  const logits = tensor2d([40, 0], [1, 2]);
  const probabilities = softmax(logits);
  const plain = metrics.sparseCategoricalCrossentropy();
  plain.updateState(tensor1d([1], 'int32'), probabilities);
  expect(plain.result()).toBeCloseTo(16.118, 2);
  rememberLogits(probabilities, 'softmax', logits);
  for (const metric of [metrics.sparseCategoricalCrossentropy(), metrics.categoricalCrossentropy()]) {
    const labels = metric.className.startsWith('Sparse') ? tensor1d([1], 'int32') : tensor2d([0, 1], [1, 2]);
    metric.updateState(labels, probabilities);
    expect(metric.result()).toBeCloseTo(40, 5);
  }
});

test('a metric of your own out of createMetric', () => {
  const largest = createMetric({
    className: 'Largest',
    name: 'largest',
    start: () => ({ most: -1 }),
    update(state, _, yPred) {
      state.most = Math.max(state.most, ...yPred.dataSync());
    },
    result: ({ most }) => most,
  });
  largest.updateState(tensor1d([0]), tensor1d([0.25, 0.75]));
  expect(largest.result()).toBe(0.75);
  largest.resetState();
  expect(largest.result()).toBe(-1);
});

test.each([
  [
    () => getMetric(sparseCategoricalAccuracy as unknown as MetricName, 'compile'),
    'compile: expected metric to be a name or a part, received the function sparseCategoricalAccuracy. If it makes the part, call it: sparseCategoricalAccuracy().',
  ],
  [
    () => getMetric('accuraci' as MetricName, 'compile'),
    "compile: unknown metric 'accuraci'. Did you mean 'accuracy'?",
  ],
  [
    () => getMetric('meanIoU' as MetricName, 'compile'),
    "compile: the metric 'meanIoU' needs options: meanIoU({ ... }).",
  ],
  [() => getMetric('ce', 'compile'), "compile: the metric 'ce' needs the shapes of labels and predictions."],
  [
    () => sparseCategoricalAccuracy().updateState(tensor2d([0, 1, 1, 0], [2, 2]), tensor2d([0, 1, 1, 0], [2, 2])),
    'sparseCategoricalAccuracy: expected yTrue to fit the shape [2], received [2, 2]. Integer labels are for the sparse ' +
      'accuracies, one-hot labels for the others.',
  ],
  [
    () => categoricalAccuracy().updateState(tensor1d([0, 1]), tensor2d([0, 1, 1, 0], [2, 2])),
    'categoricalAccuracy: expected yTrue to fit the shape [2], received []. Integer labels are for the sparse ' +
      'accuracies, one-hot labels for the others.',
  ],
  [
    () => binaryAccuracy().updateState(tensor1d([0, 1]), tensor1d([0, 1, 1])),
    'binaryAccuracy: expected yTrue to fit the shape [3], received [2].',
  ],
  [
    () => mean().updateState(tensor1d([0, 1]), tensor1d([0, 1, 1])),
    'mean: expected sampleWeight to fit the shape [2], received [3].',
  ],
  [() => precision({ thresholds: 1.5 }), 'precision: expected thresholds to be a number >= 0 and <= 1, received 1.5.'],
  [
    () => precision({ classId: 2 }).updateState(tensor2d([0, 1], [1, 2]), tensor2d([0, 1], [1, 2])),
    'precision: expected classId to be an integer >= -2 and <= 1, received 2.',
  ],
  [
    () => recall({ classId: 0 }).updateState(tensor1d([0, 1]), tensor1d([0, 1])),
    'recall: expected yPred to fit the shape [null, null], received [2].',
  ],
  [() => auc({ numLabels: 3 }), 'auc: expected multiLabel with numLabels, received false.'],
  [
    () => auc({ curve: 'ROCK' as 'ROC' }),
    "auc: expected curve to be one of 'ROC', 'PR', 'PRGAIN', received 'ROCK'. Did you mean 'ROC'?",
  ],
  [
    () => f1Score({ average: 'mean' as 'micro' }),
    "f1Score: expected average to be one of 'micro', 'macro', 'weighted', received 'mean'.",
  ],
  [
    () => f1Score().updateState(tensor1d([1]), tensor1d([1])),
    'f1Score: expected yPred to fit the shape [null, null], received [1].',
  ],
  [
    () => ioU({ numClasses: 2, targetClassIds: [2] }),
    'ioU: expected targetClassIds to be an integer >= 0 and <= 1, received 2.',
  ],
  [
    () => r2Score().updateState(tensor1d([1]), tensor1d([1])),
    'r2Score: expected yPred to fit the shape [null, null], received [1].',
  ],
  [
    () => {
      const metric = f1Score();
      metric.updateState(tensor2d([1, 0], [1, 2]), tensor2d([1, 0], [1, 2]));
      metric.updateState(tensor2d([1, 0, 0], [1, 3]), tensor2d([1, 0, 0], [1, 3]));
    },
    'f1Score: expected the columns of all batches to fit the shape [2], received [3].',
  ],
  [
    () => (mean().state = { total: 1 }),
    'mean: expected state.count to be like 0, received undefined. Assign what metric.state gave.',
  ],
  [
    () => (precision().state = { truePositives: [1, 2], falsePositives: [1] }),
    'precision: expected state.truePositives to be like [0], received [1, 2]. Assign what metric.state gave.',
  ],
])('says what is wrong: %#', (act, message) => {
  expect(() => tidy(() => void act())).toThrow(new Error(message));
});

test.each([f1Score(), r2Score()])(
  'what does not fit earlier batches changes nothing: %#',
  (metric: Metric<number | readonly number[]>) => {
    metric.updateState(tensor2d([1, 0, 0, 1], [2, 2]), tensor2d([0.9, 0.2, 0.3, 0.6], [2, 2]));
    const { state } = metric;
    expect(() => metric.updateState(tensor2d([1, 0, 0], [1, 3]), tensor2d([1, 0, 0], [1, 3]))).toThrow(
      '[2], received [3]',
    );
    expect(metric.state).toEqual(state);
  },
);

test('options and names are checked by the compiler', () => {
  // @ts-expect-error the option is called threshold
  binaryAccuracy({ treshold: 0.5 });
  // @ts-expect-error not a name
  const name: MetricName = 'accuracies';
  expect(() => getMetric(name, 'compile')).toThrow('Did you mean');
  // @ts-expect-error a name is not enough where options have no defaults
  const nameAlone: MetricName = 'precisionAtRecall';
  expect(() => getMetric(nameAlone, 'compile')).toThrow('needs options');
  // @ts-expect-error ioU needs to know the classes
  expect(() => ioU({})).toThrow('numClasses');
  const one: Metric<number> = auc();
  expect(one.result()).toBe(0);
  expect(Object.keys(metrics).length).toBeGreaterThan(45);
  expect(tensor([]).size).toBe(0);
});
