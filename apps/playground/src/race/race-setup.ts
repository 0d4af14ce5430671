import { optimizerNames, type OptimizerChoice } from '../plane/plane-setup.js';
import { choiceField, numberField, someField } from '../state/field.js';
import type { Schema } from '../state/schema.js';
import { surfaceNames, type SurfaceName } from './surfaces.js';

/** Where the race starts if nobody says otherwise: this is no coordinate. */
export const UNSET = 99;

export const paces = [0.1, 0.3, 1, 3, 10] as const;

/** Everything that a race depends on. */
export interface RaceSetup {
  readonly surface: SurfaceName;
  /** Who takes part. */
  readonly runners: readonly OptimizerChoice[];
  /** All learning rates are multiplied by this. */
  readonly pace: number;
  readonly steps: number;
  readonly x: number;
  readonly y: number;
}

export const raceSchema: Schema<RaceSetup> = {
  surface: choiceField('ravine', surfaceNames),
  runners: someField(optimizerNames),
  pace: choiceField<number>(1, paces),
  steps: numberField(300, 20, 2000, 10),
  x: numberField(UNSET, -6, UNSET, 0.01),
  y: numberField(UNSET, -6, UNSET, 0.01),
};

/** The learning rate of each optimizer on each surface at pace 1: large enough to be seen, small enough to arrive. */
export const raceLearningRates: Readonly<Record<SurfaceName, Readonly<Record<OptimizerChoice, number>>>> = {
  ravine: {
    sgd: 0.4,
    sgdm: 0.08,
    nag: 0.08,
    adagrad: 0.6,
    adadelta: 30,
    rmsprop: 0.05,
    adam: 0.2,
    nadam: 0.2,
  },
  saddle: {
    sgd: 0.05,
    sgdm: 0.02,
    nag: 0.02,
    adagrad: 0.3,
    adadelta: 30,
    rmsprop: 0.03,
    adam: 0.08,
    nadam: 0.08,
  },
  rosenbrock: {
    sgd: 0.001,
    sgdm: 0.001,
    nag: 0.001,
    adagrad: 1,
    adadelta: 100,
    rmsprop: 0.03,
    adam: 0.2,
    nadam: 0.2,
  },
};
