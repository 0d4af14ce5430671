import type { OptimizerChoice } from './plane-setup.js';

/** The optimizers' names as they are printed. */
export const optimizerLabels: Readonly<Record<OptimizerChoice, string>> = {
  sgd: 'SGD',
  sgdm: 'SGDM',
  nag: 'NAG',
  adagrad: 'AdaGrad',
  adadelta: 'AdaDelta',
  rmsprop: 'RMSProp',
  adam: 'Adam',
  nadam: 'Nadam',
};
