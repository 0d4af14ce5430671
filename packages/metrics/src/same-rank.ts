import type { Values } from './values.js';

/**
 * Makes ranks that differ by one equal, if the last dimension of the longer is 1: [n] against [n, 1] gets a dimension
 * (unless `expandRank1` is false), else the longer loses it. Keras' `squeeze_or_expand_to_same_rank`.
 */
export function sameRank(a: Values, b: Values, expandRank1 = true): [Values, Values] {
  const [longer, shorter] = a.shape.length > b.shape.length ? [a, b] : [b, a];
  if (longer.shape.length !== shorter.shape.length + 1 || longer.shape.at(-1) !== 1) return [a, b];
  const changed =
    shorter.shape.length === 1 && expandRank1
      ? { from: shorter, shape: [...shorter.shape, 1] }
      : { from: longer, shape: longer.shape.slice(0, -1) };
  const resized = (x: Values): Values => (x === changed.from ? { data: x.data, shape: changed.shape } : x);
  return [resized(a), resized(b)];
}
