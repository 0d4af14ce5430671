import type { Described } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Weights of any shape -> the nearest allowed weights, of the same shape. Applied after each update. */
export type Constraint = ((weights: Tensor) => Tensor) & Partial<Described>;
