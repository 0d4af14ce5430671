import type { ArrayData } from './array-data.js';
import type { Domain } from './axis.js';

/**
 * The centers of a grid of `resolution` times `resolution` cells, row by row from the lowest, and after them `more`.
 *
 * @returns shape [points, 2]
 */
export function gridPoints(
  [left, right]: Domain,
  [low, high]: Domain,
  resolution: number,
  more: readonly { readonly x: number; readonly y: number }[],
): ArrayData {
  const cells = resolution * resolution;
  const data = new Float32Array(2 * (cells + more.length));
  for (let i = 0; i < cells; i++) {
    data[2 * i] = left + ((right - left) * ((i % resolution) + 0.5)) / resolution;
    data[2 * i + 1] = low + ((high - low) * (Math.floor(i / resolution) + 0.5)) / resolution;
  }
  more.forEach(({ x, y }, i) => data.set([x, y], 2 * (cells + i)));
  return { data, shape: [cells + more.length, 2] };
}
