import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { read, type Values } from './values.js';

/** The values of a function of tensors, read out; whatever it makes is disposed. */
export function tensorValues(f: (yTrue: Tensor, yPred: Tensor) => Tensor, yTrue: Tensor, yPred: Tensor): Values {
  let values: Values | undefined;
  tidy(() => {
    values = read(f(yTrue, yPred));
  });
  return values!;
}
