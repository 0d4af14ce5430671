import { all, equal, logicalOr, mul, sub, where, type Tensor } from '@tensorflow/tfjs-core';

/** Labels 0 and 1 as -1 and 1, if all labels are 0 or 1; else the labels as they are. */
export function signedLabels(yTrue: Tensor): Tensor {
  return where(all(logicalOr(equal(yTrue, 0), equal(yTrue, 1))), sub(mul(yTrue, 2), 1), yTrue);
}
