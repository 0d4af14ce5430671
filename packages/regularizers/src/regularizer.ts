import type { Described } from '@sixstep/parts';
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';

/** Weights of any shape -> their penalty, a scalar that is added to the loss. */
export type Regularizer = ((weights: Tensor) => Scalar) & Partial<Described>;
