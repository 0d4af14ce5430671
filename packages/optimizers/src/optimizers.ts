import { adadelta } from './optimizers/adadelta.js';
import { adafactor } from './optimizers/adafactor.js';
import { adagrad } from './optimizers/adagrad.js';
import { adamW } from './optimizers/adam-w.js';
import { adam } from './optimizers/adam.js';
import { adamax } from './optimizers/adamax.js';
import { ftrl } from './optimizers/ftrl.js';
import { lamb } from './optimizers/lamb.js';
import { lion } from './optimizers/lion.js';
import { muon } from './optimizers/muon.js';
import { nadam } from './optimizers/nadam.js';
import { rmsprop } from './optimizers/rmsprop.js';
import { scheduleFreeAdamW } from './optimizers/schedule-free-adam-w.js';
import { sgd } from './optimizers/sgd.js';

/** What the table holds. */
export interface Optimizers {
  readonly sgd: typeof sgd;
  readonly rmsprop: typeof rmsprop;
  readonly adagrad: typeof adagrad;
  readonly adadelta: typeof adadelta;
  readonly adam: typeof adam;
  readonly adamW: typeof adamW;
  readonly nadam: typeof nadam;
  readonly adamax: typeof adamax;
  readonly ftrl: typeof ftrl;
  readonly lion: typeof lion;
  readonly lamb: typeof lamb;
  readonly adafactor: typeof adafactor;
  readonly muon: typeof muon;
  readonly scheduleFreeAdamW: typeof scheduleFreeAdamW;
  readonly adamw: typeof adamW;
  readonly schedulefreeadamw: typeof scheduleFreeAdamW;
}

/** All factories of optimizers by name; `adamw` and `schedulefreeadamw` are what Keras takes. */
export const optimizers: Optimizers = {
  sgd,
  rmsprop,
  adagrad,
  adadelta,
  adam,
  adamW,
  nadam,
  adamax,
  ftrl,
  lion,
  lamb,
  adafactor,
  muon,
  scheduleFreeAdamW,
  adamw: adamW,
  schedulefreeadamw: scheduleFreeAdamW,
} as const;

export type OptimizerName = keyof Optimizers;
