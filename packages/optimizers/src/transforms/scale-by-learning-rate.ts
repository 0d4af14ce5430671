import { mul } from '@tensorflow/tfjs-core';
import { mapTensors } from '../map-tensors.js';
import type { Stateless, Transform } from '../transform.js';
import { stateless } from './stateless.js';

export interface ScaleByLearningRateOptions {
  /** Whether to turn the sign, since what comes out is added to the variables. Defaults to true. */
  flipSign?: boolean;
  /** What to make of the learning rate at step 0, 1, 2, ... Defaults to itself. */
  adapt?: (learningRate: number, step: number) => number;
}

/** u = -learningRate * u: down the hill. */
export function scaleByLearningRate({
  flipSign = true,
  adapt = (learningRate) => learningRate,
}: ScaleByLearningRateOptions = {}): Transform<Stateless> {
  return stateless((updates, { learningRate, step }) => {
    const factor = flipSign ? -adapt(learningRate, step) : adapt(learningRate, step);
    return mapTensors((u) => mul(u, factor), updates);
  });
}
