import { activations } from '@sixstep/activations';
import { constraints } from '@sixstep/constraints';
import { initializers } from '@sixstep/initializers';
import { dense, input, type DenseOptions } from '@sixstep/layers';
import { losses } from '@sixstep/losses';
import { metrics, type MetricLike } from '@sixstep/metrics';
import { sequential, type AnyModel, type CompileOptions } from '@sixstep/model';
import { optimizers, sgd } from '@sixstep/optimizers';
import { regularizers } from '@sixstep/regularizers';
import { schedules } from '@sixstep/schedules';
import { numbers } from '@sixstep/tooling-layer-examples';
import type { CheckCase } from './check-case.js';

type Factory = (options?: object) => never;

/** The factories of a table, each once, but for those that Keras has not. */
function factoriesOf(
  table: object,
  options: Readonly<Record<string, object>> = {},
  not: readonly string[] = [],
): [string, () => never][] {
  const seen = new Set<unknown>();
  return Object.entries(table as Record<string, Factory>).flatMap(([name, factory]) => {
    if (seen.has(factory) || not.includes(name)) return [];
    seen.add(factory);
    return [[name, () => factory(options[name])] as [string, () => never]];
  });
}

/** A small model with these parts. */
function partCase(name: string, compile: () => CompileOptions, options: () => Partial<DenseOptions> = () => ({})) {
  const make = (): AnyModel => {
    const model = sequential([
      input({ shape: [4] }),
      dense({ units: 4, activation: 'tanh', ...options() }),
      dense({ units: 3 }),
    ]);
    model.compile({ loss: 'meanSquaredError', optimizer: sgd({ learningRate: 0.05 }), ...compile() });
    return model;
  };
  return { name, make, x: [numbers([6, 4], 1)], y: [numbers([6, 3], 2)] };
}

/** Six samples of three classes. */
function classCase(name: string, areNumbers: boolean, compile: () => CompileOptions): CheckCase {
  const make = (): AnyModel => {
    const model = sequential([input({ shape: [4] }), dense({ units: 3, activation: 'softmax' })]);
    model.compile({ optimizer: sgd({ learningRate: 0.05 }), ...compile() });
    return model;
  };
  const truth = [0, 2, 1, 1, 0, 2];
  const oneHot = truth.flatMap((label) => [0, 1, 2].map((k) => (k === label ? 1 : 0)));
  const y = areNumbers
    ? { data: Float32Array.from(truth), shape: [6] }
    : { data: Float32Array.from(oneHot), shape: [6, 3] };
  return { name, make, x: [numbers([6, 4], 1)], y: [y] };
}

const initialLearningRate = 0.1;
const scheduleOptions = {
  cosineDecay: { initialLearningRate, decaySteps: 10, warmupTarget: 0.2, warmupSteps: 2 },
  cosineDecayRestarts: { initialLearningRate, firstDecaySteps: 3 },
  exponentialDecay: { initialLearningRate, decaySteps: 2, decayRate: 0.9, staircase: true },
  inverseTimeDecay: { initialLearningRate, decaySteps: 2, decayRate: 0.9 },
  piecewiseConstantDecay: { boundaries: [2, 4], values: [0.1, 0.05, 0.01] },
  polynomialDecay: { initialLearningRate, decaySteps: 10, power: 2, cycle: true },
};
const onlyHere = ['constant', 'joinSchedules', 'linear', 'linearWarmup', 'oneCycle'];

const metricOptions = {
  fBetaScore: { beta: 2, average: 'macro' },
  f1Score: { average: 'macro' },
  ioU: { numClasses: 3, targetClassIds: [0, 1], sparseYTrue: false, sparseYPred: false },
  meanIoU: { numClasses: 3, sparseYTrue: false, sparseYPred: false },
  oneHotIoU: { numClasses: 3, targetClassIds: [0, 1] },
  oneHotMeanIoU: { numClasses: 3 },
  precision: { thresholds: 0.3 },
  precisionAtRecall: { recall: 0.5 },
  recallAtPrecision: { precision: 0.5 },
  sensitivityAtSpecificity: { specificity: 0.5 },
  specificityAtSensitivity: { sensitivity: 0.5 },
  topKCategoricalAccuracy: { k: 2 },
};

const withNumbers = ['categoricalGeneralizedCrossEntropy', 'circle', 'sparseCategoricalCrossentropy'];
const fancy = { useEma: true, emaMomentum: 0.9, weightDecay: 0.01, clipnorm: 1 };

/** Everything that a layer or `compile` takes by name. */
export function partCases(): CheckCase[] {
  const optimizerOf = (name: string, options: object) => () => ({
    optimizer: (optimizers as unknown as Record<string, Factory>)[name]!(options),
  });
  const row = <T>(list: [string, () => never][], make: (name: string, part: () => never) => T): T[] =>
    list.map(([name, part]) => make(name, part));
  return [
    ...row(factoriesOf(optimizers), (name) => partCase(`optimizer ${name}`, optimizerOf(name, {}))),
    ...row(factoriesOf(optimizers), (name) => partCase(`optimizer ${name}, all options`, optimizerOf(name, fancy))),
    ...(
      [
        ['sgd', { momentum: 0.9, nesterov: true }],
        ['sgd', { learningRate: 0.1, gradientAccumulationSteps: 2 }],
        ['rmsprop', { centered: true, momentum: 0.5 }],
        ['adam', { amsgrad: true, globalClipnorm: 0.1 }],
        ['adamW', { clipvalue: 0.01 }],
      ] as const
    ).map(([name, options]) => partCase(`optimizer ${name} ${JSON.stringify(options)}`, optimizerOf(name, options))),
    ...row(factoriesOf(schedules, scheduleOptions, onlyHere), (name, part) =>
      partCase(`schedule ${name}`, () => ({ optimizer: sgd({ learningRate: part(), momentum: 0.5 }) })),
    ),
    ...row(factoriesOf(losses), (name, part) =>
      classCase(`loss ${name}`, withNumbers.includes(name), () => ({ loss: part() })),
    ),
    // `mean` and `sum` are of values, not of labels and predictions.
    ...row(factoriesOf(metrics, metricOptions, ['mean', 'sum']), (name, part) => {
      const areNumbers = name.startsWith('sparse');
      const loss = areNumbers ? 'sparseCategoricalCrossentropy' : 'categoricalCrossentropy';
      return classCase(`metric ${name}`, areNumbers, () => ({ loss, metrics: [part() as MetricLike] }));
    }),
    ...row(factoriesOf(initializers, {}, ['stft']), (name, part) =>
      partCase(
        `initializer ${name}`,
        () => ({}),
        () => ({ kernelInitializer: part() }),
      ),
    ),
    ...row(factoriesOf(regularizers), (name, part) =>
      partCase(
        `regularizer ${name}`,
        () => ({}),
        () => ({ kernelRegularizer: part() }),
      ),
    ),
    ...row(factoriesOf(constraints), (name, part) =>
      partCase(
        `constraint ${name}`,
        () => ({}),
        () => ({ kernelConstraint: part() }),
      ),
    ),
    // `glu` gives half as many features as the layer has units.
    ...Object.keys(activations)
      .filter((name) => name !== 'glu')
      .map((name) =>
        partCase(
          `activation ${name}`,
          () => ({}),
          () => ({ activation: name as keyof typeof activations }),
        ),
      ),
  ];
}
