import { choiceField, listField, numberField } from '../state/field.js';
import { initialOf, type Schema } from '../state/schema.js';

export const planeDataNames = ['moons', 'circles', 'xor', 'spiral', 'iris'] as const;
export const activationNames = ['relu', 'leakyRelu', 'gelu', 'tanh', 'sigmoid', 'linear'] as const;
export const optimizerNames = ['sgd', 'sgdm', 'nag', 'adagrad', 'adadelta', 'rmsprop', 'adam', 'nadam'] as const;
export const scheduleNames = ['constant', 'stepDecay', 'exponentialDecay', 'cosineDecay', 'oneCycle'] as const;
export const learningRates = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3] as const;
export const penalties = [0, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1] as const;
export const batchSizes = [1, 4, 8, 16, 32, 64] as const;

/** Layers that hide, and units in one, at most. */
export const MOST_LAYERS = 5;
export const MOST_UNITS = 16;

export type PlaneDataName = (typeof planeDataNames)[number];
export type OptimizerChoice = (typeof optimizerNames)[number];
export type ScheduleChoice = (typeof scheduleNames)[number];

/** Everything that a training in the plane depends on: the same set-up gives the same bits. */
export interface PlaneSetup {
  readonly data: PlaneDataName;
  /** Standard deviation of what is added to each coordinate, in units of the plane. */
  readonly noise: number;
  /** Points to train on; as many again are for the test. */
  readonly samples: number;
  readonly seed: number;
  /** Units of each hidden layer. */
  readonly layers: readonly number[];
  readonly activation: (typeof activationNames)[number];
  readonly optimizer: OptimizerChoice;
  readonly learningRate: number;
  readonly schedule: ScheduleChoice;
  readonly l1: number;
  readonly l2: number;
  readonly dropout: number;
  readonly batchSize: number;
  readonly epochs: number;
}

export const planeSchema: Schema<PlaneSetup> = {
  data: choiceField('moons', planeDataNames),
  noise: numberField(0.2, 0, 1, 0.05),
  samples: numberField(200, 20, 500, 10),
  seed: numberField(1, 0, 9999, 1),
  layers: listField([8, 8], MOST_UNITS, MOST_LAYERS),
  activation: choiceField('tanh', activationNames),
  optimizer: choiceField('adam', optimizerNames),
  learningRate: choiceField<number>(0.01, learningRates),
  schedule: choiceField('constant', scheduleNames),
  l1: choiceField<number>(0, penalties),
  l2: choiceField<number>(0, penalties),
  dropout: numberField(0, 0, 0.8, 0.05),
  batchSize: choiceField<number>(16, batchSizes),
  epochs: numberField(300, 10, 3000, 10),
};

const initial = initialOf(planeSchema);

const overfitting: PlaneSetup = {
  ...initial,
  noise: 0.5,
  samples: 60,
  layers: [16, 16, 16],
  activation: 'relu',
  epochs: 600,
};

export const presetNames = ['underfitting', 'goodFit', 'overfitting', 'regularized', 'tooFast'] as const;
export type PresetName = (typeof presetNames)[number];

/** Set-ups that show something. */
export const planePresets: Readonly<Record<PresetName, PlaneSetup>> = {
  underfitting: { ...initial, data: 'spiral', noise: 0.1, layers: [2], learningRate: 0.03 },
  goodFit: { ...initial, data: 'spiral', noise: 0.1, samples: 400, layers: [12, 12], learningRate: 0.01 },
  overfitting,
  regularized: { ...overfitting, l2: 0.01, dropout: 0.2 },
  tooFast: { ...initial, data: 'circles', optimizer: 'sgd', learningRate: 3 },
};
