import { cast, type Tensor } from '@tensorflow/tfjs-core';

/** The targets as float32. */
export function floatTargets(yTrue: Tensor): Tensor {
  return yTrue.dtype === 'float32' ? yTrue : cast(yTrue, 'float32');
}
