import { adadelta, adagrad, adam, nadam, rmsprop, sgd, type Optimizer, type Schedule } from '@sixstep/optimizers';
import type { OptimizerChoice } from './plane-setup.js';

type Make = (learningRate: number | Schedule) => Optimizer;

/** The eight optimizers of the lecture. */
export const makeOptimizer: Readonly<Record<OptimizerChoice, Make>> = {
  sgd: (learningRate) => sgd({ learningRate }),
  sgdm: (learningRate) => sgd({ learningRate, momentum: 0.9 }),
  nag: (learningRate) => sgd({ learningRate, momentum: 0.9, nesterov: true }),
  adagrad: (learningRate) => adagrad({ learningRate }),
  adadelta: (learningRate) => adadelta({ learningRate }),
  rmsprop: (learningRate) => rmsprop({ learningRate }),
  adam: (learningRate) => adam({ learningRate }),
  nadam: (learningRate) => nadam({ learningRate }),
};
