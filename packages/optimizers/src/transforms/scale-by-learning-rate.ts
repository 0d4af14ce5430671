import { mul } from '@tensorflow/tfjs-core';
import type { Stateless, Transform } from '../transform.js';
import { perUpdate } from './stateless.js';

/**
 * u = -learningRate * u: down the hill, since what comes out is added to the variables.
 *
 * @param adapt what to make of the learning rate at step 0, 1, 2, ...; itself by default
 */
export function scaleByLearningRate(
  adapt: (learningRate: number, step: number) => number = (learningRate) => learningRate,
): Transform<Stateless> {
  return perUpdate((u, _, { learningRate, step }) => mul(u, -adapt(learningRate, step)));
}
