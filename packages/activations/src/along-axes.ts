import { reshape, transpose, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { standardAxis } from './standard-axis.js';

/** One axis, several that count as one, or null for all. */
export type Axes = number | readonly number[] | null;

/**
 * f along the given axes of x, for an f that works along the last axis and keeps the shape.
 *
 * @throws Error if x has no such axis
 */
export function alongAxes(place: string, x: Tensor, axes: Axes, f: (x: Tensor) => Tensor): Tensor {
  if (axes === null) return tidy(() => reshape(f(reshape(x, [-1])), x.shape));
  const moved = (typeof axes === 'number' ? [axes] : axes).map((axis) => standardAxis(place, x, axis));
  if (moved.length === 1 && moved[0] === x.rank - 1) return f(x);
  const kept = x.shape.map((_, axis) => axis).filter((axis) => !moved.includes(axis));
  const order = [...kept, ...moved];
  const back = order.map((_, axis) => order.indexOf(axis));
  return tidy(() => {
    const front = transpose(x, order);
    const flat = moved.length === 1 ? front : reshape(front, [...kept.map((axis) => x.shape[axis]!), -1]);
    return transpose(reshape(f(flat), front.shape), back);
  });
}
