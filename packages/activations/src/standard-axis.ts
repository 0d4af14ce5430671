import { expectInteger, formatShape } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * An axis counted from the front, for a tensor x and an axis that may be counted from the back.
 *
 * @throws Error if x has no such axis
 */
export function standardAxis(place: string, x: Tensor, axis: number): number {
  const hint = `x has the shape ${formatShape(x.shape)}.`;
  if (x.rank === 0) throw new Error(`${place}: expected x to have at least one axis, received a scalar.`);
  expectInteger(place, 'axis', axis, { min: -x.rank, max: x.rank - 1, hint });
  return axis < 0 ? axis + x.rank : axis;
}
