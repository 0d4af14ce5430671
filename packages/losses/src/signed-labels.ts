import { add, all, cast, equal, logicalOr, mul, sub, type Tensor } from '@tensorflow/tfjs-core';

/** Labels 0 and 1 as -1 and 1, if all labels are 0 or 1; else the labels as they are. */
export function signedLabels(yTrue: Tensor): Tensor {
  const isBinary = cast(all(logicalOr(equal(yTrue, 0), equal(yTrue, 1))), 'float32');
  return add(yTrue, mul(isBinary, sub(yTrue, 1)));
}
