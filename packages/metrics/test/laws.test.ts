import { expect, test } from '@jest/globals';
import { type Metric, type MetricTableName, metrics } from '@sixstep/metrics';
import { memory, type Tensor, tensor } from '@tensorflow/tfjs-core';

/** Numbers that fill [0, 1) evenly without a pattern: multiples of the golden ratio. */
let drawn = 0;
const next = (): number => (++drawn * 0.6180339887498949) % 1;
const uniform = (n: number): number[] => Array.from({ length: n }, next);
const integer = (n: number): number => Math.floor(next() * n);

type Batch = readonly [Tensor, Tensor];
const [N, C] = [6, 4];
const kinds = {
  oneHot: (): Batch => [
    tensor(
      Array.from({ length: N }, () => integer(C)).flatMap((k) => [0, 1, 2, 3].map((c) => (c === k ? 1 : 0))),
      [N, C],
    ),
    tensor(uniform(N * C), [N, C]),
  ],
  sparse: (): Batch => [
    tensor(
      Array.from({ length: N }, () => integer(C)),
      [N],
      'int32',
    ),
    tensor(uniform(N * C), [N, C]),
  ],
  binary: (): Batch => [
    tensor(
      Array.from({ length: N }, () => integer(2)),
      [N],
    ),
    tensor(uniform(N), [N]),
  ],
  real: (): Batch => [tensor(uniform(N * C), [N, C]), tensor(uniform(N * C), [N, C])],
  maps: (): Batch => [
    tensor(
      Array.from({ length: N }, () => integer(C)),
      [N],
      'int32',
    ),
    tensor(
      Array.from({ length: N }, () => integer(C)),
      [N],
      'int32',
    ),
  ],
};

const KINDS: Partial<Record<MetricTableName, [keyof typeof kinds, object?]>> = {
  accuracy: ['maps'],
  categoricalAccuracy: ['oneHot'],
  topKCategoricalAccuracy: ['oneHot', { k: 2 }],
  categoricalCrossentropy: ['oneHot'],
  fBetaScore: ['oneHot', { beta: 2 }],
  f1Score: ['oneHot'],
  oneHotIoU: ['oneHot', { numClasses: C, targetClassIds: [0, 1] }],
  oneHotMeanIoU: ['oneHot', { numClasses: C }],
  sparseCategoricalAccuracy: ['sparse'],
  sparseTopKCategoricalAccuracy: ['sparse', { k: 2 }],
  sparseCategoricalCrossentropy: ['sparse'],
  ioU: ['maps', { numClasses: C, targetClassIds: [0, 1] }],
  iou: ['maps', { numClasses: C, targetClassIds: [0, 1] }],
  meanIoU: ['maps', { numClasses: C }],
  sensitivityAtSpecificity: ['binary', { specificity: 0.5 }],
  specificityAtSensitivity: ['binary', { sensitivity: 0.5 }],
  precisionAtRecall: ['binary', { recall: 0.5 }],
  recallAtPrecision: ['binary', { precision: 0.5 }],
  precision: ['binary', { thresholds: [0.3, 0.6] }],
  recall: ['binary'],
  auc: ['binary'],
  binaryAccuracy: ['binary'],
  binaryIoU: ['binary'],
  truePositives: ['binary'],
  falsePositives: ['binary'],
  trueNegatives: ['binary'],
  falseNegatives: ['binary'],
};

const table = Object.keys(metrics) as MetricTableName[];
function setUp(name: MetricTableName): { make: () => Metric<number | readonly number[]>; batches: Batch[] } {
  const [kind, options = {}] = KINDS[name] ?? ['real'];
  const factory = metrics[name] as unknown as (options: object) => Metric<number | readonly number[]>;
  return { make: () => factory(options), batches: Array.from({ length: 3 }, () => kinds[kind]()) };
}
const near = (a: number | readonly number[], b: number | readonly number[]): void => {
  expect([a].flat().length).toBe([b].flat().length);
  [a].flat().forEach((x, i) => expect(x).toBeCloseTo([b].flat()[i]!, 9));
};
const feed = (metric: Metric<number | readonly number[]>, batches: readonly Batch[]): number | readonly number[] => {
  for (const [t, p] of batches) metric.updateState(t, p);
  return metric.result();
};

test.each(table)('%s: the order of batches does not matter', (name) => {
  const { make, batches } = setUp(name);
  const result = feed(make(), batches);
  expect([result].flat().every(Number.isFinite)).toBe(true);
  near(feed(make(), [batches[2]!, batches[0]!, batches[1]!]), result);
});

test.each(table)('%s: after a reset it is as new', (name) => {
  const { make, batches } = setUp(name);
  const fresh = feed(make(), batches.slice(0, 1));
  const metric = make();
  feed(metric, batches);
  metric.resetState();
  expect(feed(metric, batches.slice(0, 1))).toEqual(fresh);
});

test.each(table)('%s: its state, saved and restored through JSON, goes on to the bit', (name) => {
  const { make, batches } = setUp(name);
  const metric = make();
  feed(metric, batches.slice(0, 2));
  const restored = make();
  restored.state = JSON.parse(JSON.stringify(metric.state)) as typeof metric.state;
  expect(restored.result()).toEqual(metric.result());
  expect(feed(restored, batches.slice(2))).toEqual(feed(metric, batches.slice(2)));
});

test.each(table)('%s: the state that was read does not change', (name) => {
  const { make, batches } = setUp(name);
  const metric = make();
  feed(metric, batches.slice(0, 1));
  const { state } = metric;
  const copy = JSON.stringify(state);
  feed(metric, batches.slice(1));
  expect(JSON.stringify(state)).toBe(copy);
});

test.each(table)('%s: keeps and disposes no tensor', (name) => {
  const { make, batches } = setUp(name);
  const before = memory().numTensors;
  feed(make(), batches);
  expect(memory().numTensors).toBe(before);
  expect(batches.flat().some((t) => t.isDisposed)).toBe(false);
});

test.each(table)('%s: weights of 1 change nothing', (name) => {
  const { make, batches } = setUp(name);
  const [metric, weighted] = [make(), make()];
  feed(metric, batches);
  const ones = tensor(new Array<number>(N).fill(1), [N]);
  if (name === 'mean' || name === 'sum') return;
  for (const [t, p] of batches) weighted.updateState(t, p, ones);
  near(weighted.result(), metric.result());
});

test.each(table)('%s: made again from its config gives the same; its name is an option', (name) => {
  const { make, batches } = setUp(name);
  const metric = make();
  const factory = metrics[name] as unknown as (options: object) => Metric<number | readonly number[]>;
  const again = factory(JSON.parse(JSON.stringify(metric.config)) as object);
  expect(again.config).toEqual(metric.config);
  expect(again.className).toBe(metric.className);
  if (name !== 'mean' && name !== 'sum') expect(feed(again, batches)).toEqual(feed(metric, batches));
  expect(factory({ ...metric.config, name: 'own' }).name).toBe('own');
});
