import type { Described } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * Makes the first value of a weight. A user's own function `(shape, dtype) => Tensor` serves wherever one is expected;
 * ours also say what they are (`className`, `config`), so that a model can be saved.
 */
export type Initializer = ((shape: readonly number[], dtype?: 'float32' | 'int32') => Tensor) &
  Partial<Described> & {
    /** Another of the same kind: with other values, unless a seed was given. */
    readonly renew?: () => Initializer;
  };
