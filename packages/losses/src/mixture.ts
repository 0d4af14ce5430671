import { add, mul, sub, type Tensor } from '@tensorflow/tfjs-core';

/** targets * ofOne + (1 - targets) * ofZero: what is so for class 1 and so for class 0, for targets from 0 to 1. */
export function mixture(targets: Tensor, ofOne: Tensor | number, ofZero: Tensor | number): Tensor {
  return add(mul(targets, ofOne), mul(sub(1, targets), ofZero));
}
