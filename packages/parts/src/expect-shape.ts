import { formatShape } from './format-shape.js';

/** A shape; null is any size. */
export type AnyShape = readonly (number | null)[];

const isSame = (a: AnyShape, b: AnyShape): boolean =>
  a.length === b.length && a.every((size, axis) => size === b[axis]);

/**
 * Looks whether `what` has a shape.
 *
 * @param what such as `yTrue`
 * @param shape the shape that it has, undefined if it is not there
 * @param expected null stands for any size
 * @param hint how to mend it, a full sentence
 * @param fits whether the shape will do, if it need not be the same
 * @throws Error that shows both shapes
 */
export function expectShape(
  place: string,
  what: string,
  shape: AnyShape | undefined,
  expected: AnyShape,
  hint = '',
  fits: (shape: AnyShape, expected: AnyShape) => boolean = isSame,
): void {
  if (shape && fits(shape, expected)) return;
  const received = shape ? formatShape(shape) : 'none';
  throw new Error(
    `${place}: expected ${what} to fit the shape ${formatShape(expected)}, received ${received}.${hint && ` ${hint}`}`,
  );
}
