import { abs, equal, mul, square, sub, sum, where, type Tensor } from '@tensorflow/tfjs-core';

/** Labels 0 and 1 as -1 and 1, if all labels are 0 or 1, which alone are their own squares; else the labels as they are. */
export function signedLabels(yTrue: Tensor): Tensor {
  const strange = sum(abs(sub(square(yTrue), yTrue)));
  return where(equal(strange, 0), sub(mul(yTrue, 2), 1), yTrue);
}
