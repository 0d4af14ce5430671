import type { Values } from './values.js';

const withShape = ({ data }: Values, shape: readonly number[]): Values => ({ data, shape });

/**
 * Makes ranks that differ by one equal, if the last dimension of the longer is 1: [n] against [n, 1] gets a dimension
 * (unless `expandRank1` is false), else the longer loses it. Keras' `squeeze_or_expand_to_same_rank`.
 */
export function sameRank(a: Values, b: Values, expandRank1 = true): [Values, Values] {
  if (a.shape.length === b.shape.length + 1 && a.shape.at(-1) === 1) {
    return b.shape.length === 1 && expandRank1
      ? [a, withShape(b, [...b.shape, 1])]
      : [withShape(a, a.shape.slice(0, -1)), b];
  }
  if (b.shape.length === a.shape.length + 1 && b.shape.at(-1) === 1) {
    return a.shape.length === 1 && expandRank1
      ? [withShape(a, [...a.shape, 1]), b]
      : [a, withShape(b, b.shape.slice(0, -1))];
  }
  return [a, b];
}
