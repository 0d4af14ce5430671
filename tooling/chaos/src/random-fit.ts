import { memoryStore, modelCheckpoint, tensorBoard } from '@sixstep/formats';
import {
  batchNormalization,
  conv2d,
  dense,
  dropout,
  embedding,
  flatten,
  gru,
  input,
  Layer,
  lstm,
  maxPooling2d,
} from '@sixstep/layers';
import {
  csvLogger,
  earlyStopping,
  jsonLogger,
  progressBar,
  reduceLROnPlateau,
  sequential,
  terminateOnNaN,
  type Callback,
  type FitOptions,
} from '@sixstep/model';
import type { OptimizerName } from '@sixstep/optimizers';
import { Generator } from '@sixstep/random';
import type { Tensor } from '@tensorflow/tfjs-core';

/** The fault that a training was given. */
class Injected extends Error {}

/** Throws in the call whose number is given. */
class Fuse extends Layer {
  private left: number;
  constructor(left: number) {
    super();
    this.left = left;
  }
  override call(x: Tensor): Tensor {
    if (this.left-- === 0) throw new Injected('layer');
    return x;
  }
}

const optimizers: readonly OptimizerName[] = [
  'sgd',
  'rmsprop',
  'adam',
  'adamW',
  'nadam',
  'adagrad',
  'adadelta',
  'adamax',
  'lion',
  'ftrl',
];
const hooks = [
  'onTrainBegin',
  'onEpochBegin',
  'onTrainBatchBegin',
  'onGradients',
  'onTrainBatchEnd',
  'onTestBegin',
  'onTestEnd',
  'onEpochEnd',
  'onTrainEnd',
] as const;

/** Trains a model of random layers, options and callbacks, with a fault or none. Returns what became of it. */
export async function randomFit(seed: number): Promise<'finished' | 'failed' | 'aborted' | 'not finite'> {
  const random = new Generator(seed);
  const below = (n: number): number => Math.floor(random.uniform() * n);
  const one = <T>(items: readonly T[]): T => items[below(items.length)]!;
  const maybe = <T>(item: T): T[] => (random.uniform() < 0.4 ? [item] : []);

  const kind = one(['dense', 'image', 'steps', 'words'] as const);
  const shape = { dense: [3 + below(8)], image: [8, 8, 1 + below(2)], steps: [4, 3], words: [5] }[kind];
  const head = {
    dense: () => [dense({ units: 4 + below(12), activation: one(['relu', 'tanh', 'gelu', 'elu'] as const) })],
    image: () => [conv2d({ filters: 2 + below(4), kernelSize: 3, activation: 'relu' }), maxPooling2d(), flatten()],
    steps: () => [random.uniform() < 0.5 ? lstm({ units: 3 }) : gru({ units: 3 })],
    words: () => [embedding({ inputDim: 10, outputDim: 3 }), flatten()],
  }[kind]();
  const throwsInLayer = random.uniform() < 0.15;
  const model = sequential([
    input({ shape }),
    ...(head as Layer[]),
    ...maybe(batchNormalization()),
    ...maybe(dropout({ rate: 0.3 })),
    ...(throwsInLayer ? [new Fuse(1 + below(8))] : []),
    dense({ units: 3, activation: 'softmax', ...(random.uniform() < 0.3 && { kernelRegularizer: 'l2' as const }) }),
  ]);
  model.compile({
    optimizer: one(optimizers),
    loss: 'sparseCategoricalCrossentropy',
    metrics: one([[], ['accuracy'], ['sparseTopKCategoricalAccuracy', 'accuracy']]),
  });

  const samples = 8 + below(40);
  const size = shape.reduce((a, b) => a * b, samples);
  const x = Float32Array.from({ length: size }, () => (kind === 'words' ? below(10) : random.normal()));
  if (kind !== 'words' && random.uniform() < 0.1) x[below(size)] = NaN;
  const y = Int32Array.from({ length: samples }, () => below(3));

  const controller = new AbortController();
  const faults: Callback[] = [];
  if (random.uniform() < 0.2) {
    let left = below(4);
    const fail = (): void => {
      if (left-- === 0) throw new Injected('callback');
    };
    faults.push({ [one(hooks)]: fail });
  }
  if (random.uniform() < 0.1) {
    let left = below(6);
    faults.push({ onTrainBatchEnd: () => (left-- === 0 ? controller.abort(new Injected('abort')) : undefined) });
  }
  const write = (): void => undefined;
  const validates = random.uniform() < 0.5;
  const options: FitOptions = {
    batchSize: 1 + below(16),
    epochs: 1 + below(3),
    seed: below(1000),
    shuffle: random.uniform() < 0.8,
    leakCheck: random.uniform() < 0.3,
    ...(validates && { validationSplit: 0.25, validationFreq: 1 + below(2) }),
    signal: controller.signal,
    callbacks: [
      ...maybe(earlyStopping({ monitor: 'loss', patience: 1, restoreBestWeights: true })),
      ...maybe(reduceLROnPlateau({ monitor: 'loss', patience: 1 })),
      ...maybe(terminateOnNaN({ explain: random.uniform() < 0.5 })),
      ...maybe(progressBar({ write })),
      ...maybe(csvLogger({ write })),
      ...maybe(jsonLogger({ write })),
      ...maybe(
        tensorBoard({
          write,
          histogramFreq: below(2),
          writeImages: true,
          updateFreq: one(['epoch', 'batch'] as const),
        }),
      ),
      ...maybe(modelCheckpoint({ store: memoryStore(), everySteps: 2 })),
      ...faults,
    ],
  };
  try {
    await model.fit({ data: x, shape: [samples, ...shape] }, { data: y, shape: [samples] }, options);
    return 'finished';
  } catch (error) {
    if (error instanceof Injected) return error.message === 'abort' ? 'aborted' : 'failed';
    if ((error as Error).message.startsWith('terminateOnNaN')) return 'not finite';
    throw error;
  } finally {
    model.dispose();
  }
}
