import { alongAxis } from './along-axis.js';
import type { Pair } from './pair.js';
import type { Values } from './values.js';

/**
 * One value for each line along `axis`.
 *
 * @param f takes yTrue and yPred, where the line starts, its length and its step
 */
export function along(
  { yTrue, yPred, shape }: Pair,
  axis: number,
  f: (t: ArrayLike<number>, p: ArrayLike<number>, start: number, length: number, step: number) => number,
): Values {
  const { outer, length, inner } = alongAxis(shape, axis);
  const data = new Float32Array(outer * inner);
  for (let o = 0, i = 0; o < outer; o++) {
    for (let n = 0; n < inner; n++) data[i++] = f(yTrue, yPred, o * length * inner + n, length, inner);
  }
  return { data, shape: shape.toSpliced(axis, 1) };
}
