import { expectInteger, formatShape } from '@sixstep/parts';
import { sqrt, square, sum, type Tensor } from '@tensorflow/tfjs-core';

/** Added to a norm before something is divided by it. */
export const epsilon = 1e-7;

/**
 * The Euclidean norms of x along the axes, which keep the size 1.
 *
 * @throws Error if x has no such axis
 */
export function norms(place: string, x: Tensor, axis: number | readonly number[]): Tensor {
  const axes = (typeof axis === 'number' ? [axis] : axis).map((each) =>
    expectInteger(place, 'axis', each, {
      min: -x.rank,
      max: x.rank - 1,
      hint: `The weights have the shape ${formatShape(x.shape)}.`,
    }),
  );
  return sqrt(sum(square(x), axes, true));
}
