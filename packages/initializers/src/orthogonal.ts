import { expectNumber } from '@sixstep/parts';
import type { Initializer } from './initializer.js';
import { expectRank } from './expect-shape.js';
import { orthonormalize } from './orthonormalize.js';
import { randomInitializer, type SeedOptions } from './random-initializer.js';

export interface OrthogonalOptions extends SeedOptions {
  readonly gain?: number;
}

/**
 * w = gain Q, flattened to [product of the first dimensions, last dimension]: with at least as many rows as columns
 * Q' Q = I, else Q Q' = I. Q is uniform among such matrices: the QR decomposition of normal draws, diag(R) > 0.
 *
 * Saxe et al. 2014, "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks". Keras'
 * `Orthogonal` (`OrthogonalInitializer`).
 *
 * @param options.gain a factor; 1 by default
 * @throws Error if the shape has fewer than two dimensions
 */
export function orthogonal({ gain = 1, seed = null }: OrthogonalOptions = {}): Initializer {
  expectNumber('orthogonal', 'gain', gain);
  return randomInitializer('orthogonal', 'Orthogonal', { gain, seed }, (generator, shape) => {
    expectRank('orthogonal', shape, shape.length >= 2, 'at least two dimensions');
    const columns = shape.at(-1)!;
    const rows = shape.slice(0, -1).reduce((a, b) => a * b, 1);
    const [long, short] = [Math.max(rows, columns), Math.min(rows, columns)];
    const vectors = Array.from({ length: short }, () => Float64Array.from({ length: long }, () => generator.normal()));
    orthonormalize(vectors);
    let k = 0;
    return () => {
      const [row, column] = [Math.floor(k / columns), k % columns];
      k++;
      return gain * (rows < columns ? vectors[row]![column]! : vectors[column]![row]!);
    };
  });
}
