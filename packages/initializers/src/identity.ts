import { expectNumber } from '@sixstep/parts';
import { tensor } from '@tensorflow/tfjs-core';
import { expectRank, expectShape } from './expect-shape.js';
import type { Initializer } from './initializer.js';

/**
 * w[i, j] = gain if i = j, else 0. Keras' `Identity`.
 *
 * @param options.gain a factor; 1 by default
 * @throws Error if the shape is not that of a matrix
 */
export function identity({ gain = 1 }: { readonly gain?: number } = {}): Initializer {
  expectNumber('identity', 'gain', gain);
  const initialize: Initializer = (shape, dtype = 'float32') => {
    expectRank('identity', shape, shape.length === 2, 'two dimensions');
    const size = expectShape('identity', shape);
    const [rows, columns] = shape as readonly [number, number];
    const data = dtype === 'int32' ? new Int32Array(size) : new Float32Array(size);
    for (let i = 0; i < Math.min(rows, columns); i++) data[i * columns + i] = gain;
    return tensor(data, [rows, columns], dtype);
  };
  return Object.assign(initialize, { className: 'Identity', config: { gain } });
}
