import { expectInteger } from '@sixstep/parts';
import { type Tensor, transpose } from '@tensorflow/tfjs-core';

/**
 * x with the axis of its classes moved to the end.
 *
 * @throws Error if x has no such axis
 */
export function classesLast(place: string, x: Tensor, axis: number): Tensor {
  expectInteger(place, 'axis', axis, { min: -x.rank, max: x.rank - 1 });
  const axes = x.shape.map((_, i) => i);
  const [classes] = axes.splice(axis, 1) as [number];
  return classes === x.rank - 1 ? x : transpose(x, [...axes, classes]);
}
