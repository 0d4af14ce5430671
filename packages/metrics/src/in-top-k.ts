import type { Numbers } from './values.js';

/**
 * Whether fewer than k classes of a row are likelier than the target, so that equals are in together; false where the target
 * is no class or a prediction is not finite. `in_top_k` of TensorFlow.
 */
export const inTopK =
  (k: number) =>
  (target: number, data: Numbers, start: number, end: number): boolean => {
    const row = data.subarray(start, end);
    const own = row[Math.trunc(target)];
    return own !== undefined && row.every(Number.isFinite) && row.filter((value) => value > own).length < k;
  };
