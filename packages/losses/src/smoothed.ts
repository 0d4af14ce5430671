import { add, mul, type Tensor } from '@tensorflow/tfjs-core';

/** Targets with a part `amount` of them spread evenly over `outcomes` outcomes. */
export function smoothed(targets: Tensor, amount: number, outcomes: number): Tensor {
  return amount === 0 ? targets : add(mul(targets, 1 - amount), amount / outcomes);
}
