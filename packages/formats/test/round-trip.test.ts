// What is saved, loaded and trained on is, to the bit, as if it had never been stopped: every layer and every part of a training.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { constraints } from '@sixstep/constraints';
import { fromKerasConfig, loadWeightsH5, toKerasConfig, weightArrays, writeWeightsH5 } from '@sixstep/formats';
import { initializers } from '@sixstep/initializers';
import * as layers from '@sixstep/layers';
import { losses } from '@sixstep/losses';
import { metrics, type MetricLike } from '@sixstep/metrics';
import * as model from '@sixstep/model';
import { sequential, type AnyModel, type Callback, type CompileOptions } from '@sixstep/model';
import { optimizers, type Optimizer } from '@sixstep/optimizers';
import { regularizers } from '@sixstep/regularizers';
import { schedules } from '@sixstep/schedules';
import { layerExamples, layersWithoutExample, modelAround, numbers } from '@sixstep/tooling-layer-examples';
import { memory } from '@tensorflow/tfjs-core';
import { goesOnFromCheckpoints, goesOnFromKeras, type Trial } from './support/goes-on.js';

let before = 0;
beforeEach(() => void (before = memory().numTensors));
afterEach(() => expect(memory().numTensors).toBe(before));

type Factory = (options?: object) => never;
/** The factories of a table, each once, with options where it needs some. */
function rows(table: object, options: Readonly<Record<string, object>> = {}): [string, () => never][] {
  const seen = new Set<unknown>();
  return Object.entries(table as Record<string, Factory>).flatMap(([name, factory]) => {
    if (seen.has(factory)) return [];
    seen.add(factory);
    return [[name, () => factory(options[name] ?? {})] as [string, () => never]];
  });
}

async function goesOn(trial: Trial): Promise<void> {
  await goesOnFromCheckpoints(trial);
  await goesOnFromKeras(trial);
}

describe('layers', () => {
  test('each has an example', () => {
    expect(layersWithoutExample()).toStrictEqual([]);
  });

  test.each(layerExamples)('$title', async (example) => {
    const { shape, integers } = example;
    const [batch = 0, ...sample] = shape;
    const make = (): AnyModel => {
      const made = modelAround(example);
      made.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
      return made;
    };
    const y = numbers([2 * batch, 1], 2);
    await goesOnFromCheckpoints({ make, x: numbers([2 * batch, ...sample], 1, integers), y });
    await goesOnFromKeras({ make, x: numbers(shape, 1, integers), y: numbers([batch, 1], 2) });
  });

  test.each(layerExamples)('$title by weights alone', async (example) => {
    const one = modelAround(example);
    const two = fromKerasConfig(JSON.parse(JSON.stringify(toKerasConfig(one))));
    await loadWeightsH5(two, await writeWeightsH5(one));
    expect(weightArrays(two)).toStrictEqual(weightArrays(one));
    for (const item of [one, two]) item.dispose();
  });
});

/** A small model with these parts, and data for it. */
function trial(compile: () => CompileOptions, options: () => object = () => ({})): Trial {
  const make = (): AnyModel => {
    const made = sequential([
      layers.input({ shape: [4] }),
      layers.dense({ units: 4, activation: 'tanh', ...options() }),
      layers.dense({ units: 3 }),
    ]);
    made.compile({ loss: 'meanSquaredError', optimizer: 'sgd', ...compile() });
    return made;
  };
  return { make, x: numbers([6, 4], 1), y: numbers([6, 3], 2) };
}

describe('optimizers', () => {
  const fancy = { useEma: true, emaMomentum: 0.9, weightDecay: 0.01, gradientAccumulationSteps: 2, clipnorm: 1 };
  const make = optimizers as unknown as Record<string, (options: object) => Optimizer>;
  test.each(rows(optimizers))('%s', async (name) => {
    await goesOn(trial(() => ({ optimizer: make[name]!({}) })));
    await goesOn(trial(() => ({ optimizer: make[name]!(fancy) })));
  });

  test.each<[string, object]>([
    ['sgd', { momentum: 0.9, nesterov: true }],
    ['sgd', { momentum: 0.9, dampening: 0.9, dampenFirstStep: false }],
    ['sgd', { momentum: 0 }],
    ['rmsprop', { centered: true, momentum: 0.5 }],
    ['adam', { amsgrad: true, learningRate: 1 / 3, globalClipnorm: 0.1 }],
    ['adamW', { clipvalue: 0.01 }],
  ])('%s with %j', async (name, options) => goesOn(trial(() => ({ optimizer: make[name]!(options) }))));
});

const initialLearningRate = 0.1;
const scheduleRows = rows(schedules, {
  constant: { learningRate: 0.1 },
  cosineDecay: { initialLearningRate, decaySteps: 10, warmupTarget: 0.2, warmupSteps: 2 },
  cosineDecayRestarts: { initialLearningRate, firstDecaySteps: 3 },
  exponentialDecay: { initialLearningRate, decaySteps: 2, decayRate: 0.9, staircase: true },
  inverseTimeDecay: { initialLearningRate, decaySteps: 2, decayRate: 0.9 },
  joinSchedules: { schedules: [0.1, 0.01], boundaries: [3] },
  linear: { initialLearningRate, endLearningRate: 0, steps: 10 },
  linearWarmup: { warmupSteps: 3, after: 0.1 },
  oneCycle: { maxLearningRate: 0.2, totalSteps: 8 },
  piecewiseConstantDecay: { boundaries: [2, 4], values: [0.1, 0.05, 0.01] },
  polynomialDecay: { initialLearningRate, decaySteps: 10, power: 2, cycle: true },
});
test.each(scheduleRows)('schedule %s', async (_, make) =>
  goesOn(trial(() => ({ optimizer: optimizers.sgd({ learningRate: make(), momentum: 0.5 }) }))),
);

test.each(rows(initializers).filter(([name]) => name !== 'stft'))('initializer %s', async (_, make) =>
  goesOnFromKeras(
    trial(
      () => ({}),
      () => ({ kernelInitializer: make() }),
    ),
  ),
);
test.each(rows(regularizers))('regularizer %s', async (_, make) =>
  goesOn(
    trial(
      () => ({}),
      () => ({ kernelRegularizer: make() }),
    ),
  ),
);
test.each(rows(constraints, { maxNorm: { maxValue: 0.5 } }))('constraint %s', async (_, make) =>
  goesOn(
    trial(
      () => ({}),
      () => ({ kernelConstraint: make() }),
    ),
  ),
);

/** Six samples of three classes, with probabilities from a softmax. */
function classes(labels: 'oneHot' | 'numbers', compile: () => CompileOptions): Trial {
  const make = (): AnyModel => {
    const made = sequential([layers.input({ shape: [4] }), layers.dense({ units: 3, activation: 'softmax' })]);
    made.compile({ optimizer: 'adam', ...compile() });
    return made;
  };
  const truth = [0, 2, 1, 1, 0, 2];
  const oneHot = truth.flatMap((label) => [0, 1, 2].map((k) => (k === label ? 1 : 0)));
  const y =
    labels === 'oneHot'
      ? { data: Float32Array.from(oneHot), shape: [6, 3] }
      : { data: Float32Array.from(truth), shape: [6] };
  return { make, x: numbers([6, 4], 1), y };
}

const takesNumbers = ['categoricalGeneralizedCrossEntropy', 'circle', 'sparseCategoricalCrossentropy'];
test.each(rows(losses))('loss %s', async (name, make) =>
  goesOn(classes(takesNumbers.includes(name) ? 'numbers' : 'oneHot', () => ({ loss: make() }))),
);

const metricOptions = {
  fBetaScore: { beta: 2 },
  ioU: { numClasses: 3, targetClassIds: [0, 1], sparseYTrue: false, sparseYPred: false },
  meanIoU: { numClasses: 3, sparseYTrue: false, sparseYPred: false },
  oneHotIoU: { numClasses: 3, targetClassIds: [0, 1] },
  oneHotMeanIoU: { numClasses: 3 },
  precision: { thresholds: [0.3, 0.6] },
  precisionAtRecall: { recall: 0.5 },
  recallAtPrecision: { precision: 0.5 },
  sensitivityAtSpecificity: { specificity: 0.5 },
  specificityAtSensitivity: { sensitivity: 0.5 },
  topKCategoricalAccuracy: { k: 2 },
};
// `mean` and `sum` are of values, not of labels and predictions.
const metricRows = rows(metrics, metricOptions).filter(([name]) => name !== 'mean' && name !== 'sum');
test.each(metricRows)('metric %s', async (name, make) => {
  const labels = name.startsWith('sparse') ? 'numbers' : 'oneHot';
  const loss = labels === 'numbers' ? 'sparseCategoricalCrossentropy' : 'categoricalCrossentropy';
  await goesOn(classes(labels, () => ({ loss, metrics: [make() as MetricLike], weightedMetrics: ['accuracy'] })));
});

describe('callbacks', () => {
  const callbacks: Record<string, () => Callback> = {
    csvLogger: () => model.csvLogger({ write: () => undefined }),
    earlyStopping: () => model.earlyStopping({ monitor: 'loss', restoreBestWeights: true, minDelta: 10 }),
    jsonLogger: () => model.jsonLogger({ write: () => undefined }),
    learningRateScheduler: () => model.learningRateScheduler((epoch, rate) => rate * 0.9 ** epoch),
    progressBar: () => model.progressBar({ write: () => undefined }),
    reduceLROnPlateau: () => model.reduceLROnPlateau({ monitor: 'loss', patience: 1, minDelta: 10 }),
    terminateOnNaN: () => model.terminateOnNaN(),
  };

  test('each is in the table', () => {
    const others = ['functional', 'historyCsv', 'improvement', 'logKey', 'monitored', 'sequential', 'summarize'];
    const factories = Object.keys(model).filter((name) => /^[a-z]/.test(name) && !others.includes(name));
    expect(factories.sort()).toStrictEqual(Object.keys(callbacks));
  });

  test.each(Object.entries(callbacks))('%s', async (_, make) =>
    goesOnFromCheckpoints({ ...trial(() => ({ optimizer: 'adam' })), callbacks: () => [make()] }),
  );
});
