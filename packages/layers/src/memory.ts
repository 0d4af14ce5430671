import type { Tensor } from '@tensorflow/tfjs-core';

/** A layer that goes on from one batch to the next, such as a recurrent layer that is `stateful`. */
export interface Memory {
  /** What the last batch ended with; none before the first. What is assigned is copied. */
  states: readonly Tensor[];
}
