import { expectInteger, formatShape, formatValue } from '@sixstep/parts';

/** A size along one dimension. */
export type Size1d = number | readonly [number];
/** A size along height and width, one for both or each its own. */
export type Size2d = number | readonly [number, number];

/**
 * One integer for each of `rank` dimensions.
 *
 * @throws Error if `value` is not an integer >= `min` or a list of `rank` of them
 */
export function expectSizes(place: string, option: string, value: unknown, rank: number, min = 1): number[] {
  if (typeof value === 'number')
    return Array.from({ length: rank }, () => expectInteger(place, option, value, { min }));
  if (!Array.isArray(value) || value.length !== rank) {
    const list = rank === 1 ? 'a list of one' : `a list of ${rank} integers`;
    throw new Error(`${place}: expected ${option} to be an integer or ${list}, received ${formatValue(value)}.`);
  }
  return value.map((size) => expectInteger(place, `each ${option}`, size, { min }));
}

/** What is added before and after each dimension, or taken away. */
export type Margin2d =
  number | readonly [number, number] | readonly [readonly [number, number], readonly [number, number]];

/** Before and after, for height and width: from a number, one for each dimension, or two for each. */
export function expectMargins(place: string, option: string, value: unknown): [number, number][] {
  if (typeof value === 'number') value = [value, value];
  if (!Array.isArray(value) || value.length !== 2) {
    throw new Error(
      `${place}: expected ${option} to be an integer, [height, width] or [[top, bottom], [left, right]], received ${formatValue(value)}.`,
    );
  }
  return value.map((sides) => expectSizes(place, option, sides, 2, 0) as [number, number]);
}

/**
 * How many steps a window of `size` makes over `length`.
 *
 * valid: floor((length - dilation (size - 1) - 1) / stride) + 1; same and causal: ceil(length / stride)
 */
export function windowCount(
  length: number | null,
  size: number,
  stride: number,
  padding: string,
  dilation = 1,
): number | null {
  if (length === null) return null;
  if (padding !== 'valid') return Math.ceil(length / stride);
  return Math.floor((length - dilation * (size - 1) - 1) / stride) + 1;
}

/** @throws Error if a size of the output would not be positive */
export function expectPositive(
  place: string,
  output: readonly (number | null)[],
  input: readonly (number | null)[],
): void {
  if (output.every((size) => size === null || size > 0)) return;
  throw new Error(
    `${place}: expected an input large enough for an output of positive size, received ${formatShape(input)}, which gives ${formatShape(output)}.`,
  );
}
