import { reshape, sum, Tile, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';
import { share } from './share.js';

/** d(tile(x)) = dy summed over its repetitions. */
export const tileDerivative: Derivative<[Tensor], { reps: number[] }> = fromInput(Tile, (dy, x, { reps }) => {
  const shape: number[] = [];
  const axes: number[] = [];
  x.shape.forEach((n, i) => {
    const rep = reps[i] ?? 1;
    if (rep !== 1) axes.push(shape.push(rep) - 1);
    shape.push(n);
  });
  return axes.length === 0 ? share(dy, dy) : sum(reshape(dy, shape), axes);
});
