import type { Tensor } from '@tensorflow/tfjs-core';

/** x of any shape -> y of the same shape. */
export type Activation = (x: Tensor) => Tensor;
