import { ones as fill } from '@tensorflow/tfjs-core';
import { expectShape } from './expect-shape.js';
import type { Initializer } from './initializer.js';

/** w = 1. Keras' `Ones`. */
export function ones(): Initializer {
  const initialize: Initializer = (shape, dtype = 'float32') => {
    expectShape('ones', shape);
    return fill([...shape], dtype);
  };
  return Object.assign(initialize, { className: 'Ones', config: {} });
}
