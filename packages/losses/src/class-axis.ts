import { expectInteger, formatShape } from '@sixstep/parts';
import { type Tensor, transpose } from '@tensorflow/tfjs-core';

/**
 * An axis of yPred, counted from the front.
 *
 * @throws Error if yPred has no such axis
 */
export function classAxis(place: string, yPred: Tensor, axis: number): number {
  const hint = `yPred has the shape ${formatShape(yPred.shape)}.`;
  expectInteger(place, 'axis', axis, { min: -yPred.rank, max: yPred.rank - 1, hint });
  return axis < 0 ? axis + yPred.rank : axis;
}

/** x with the axis moved to the end. */
export function moveLast(x: Tensor, axis: number): Tensor {
  if (axis === x.rank - 1) return x;
  const others = x.shape.map((_, i) => i).filter((i) => i !== axis);
  return transpose(x, [...others, axis]);
}

/** The inverse of `moveLast`. */
export function moveBack(x: Tensor, axis: number): Tensor {
  const last = x.rank - 1;
  if (axis === last) return x;
  return transpose(
    x,
    x.shape.map((_, i) => (i < axis ? i : i === axis ? last : i - 1)),
  );
}
