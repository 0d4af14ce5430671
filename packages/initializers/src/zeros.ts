import { zeros as fill } from '@tensorflow/tfjs-core';
import { expectShape } from './expect-shape.js';
import type { Initializer } from './initializer.js';

/** w = 0. Keras' `Zeros`. */
export function zeros(): Initializer {
  const initialize: Initializer = (shape, dtype = 'float32') => {
    expectShape('zeros', shape);
    return fill([...shape], dtype);
  };
  return Object.assign(initialize, { className: 'Zeros', config: {} });
}
