import { formatShape } from '@sixstep/parts';
import { type Tensor, util } from '@tensorflow/tfjs-core';

/**
 * Looks whether a tensor has a shape.
 *
 * @param what what the tensor is, such as `yTrue`
 * @param fits `broadcasts` where it is enough that the two work together
 * @throws Error that shows both shapes
 */
export function expectShape(
  place: string,
  what: string,
  x: Tensor,
  shape: number[],
  fits: (a: number[], b: number[]) => boolean = util.arraysEqual,
): void {
  if (fits(x.shape, shape)) return;
  throw new Error(
    `${place}: expected ${what} to fit the shape ${formatShape(shape)}, received the shape ${formatShape(x.shape)}. ` +
      'Give one for every prediction.',
  );
}
