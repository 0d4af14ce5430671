import { expectShape } from '@sixstep/parts';
import { add, mul, type Tensor } from '@tensorflow/tfjs-core';

/**
 * The targets of a cross-entropy with a part `amount` of them spread evenly over `outcomes` outcomes.
 *
 * @throws Error if they have not the shape of the predictions
 */
export function smoothed(place: string, yTrue: Tensor, yPred: Tensor, amount: number, outcomes: number): Tensor {
  expectShape(place, 'yTrue', yTrue.shape, yPred.shape);
  return amount === 0 ? yTrue : add(mul(yTrue, 1 - amount), amount / outcomes);
}
