import { cast, type Tensor } from '@tensorflow/tfjs-core';

/** 1 where the condition holds, else 0, as float32. */
export function maskOf(condition: Tensor): Tensor {
  return cast(condition, 'float32');
}
