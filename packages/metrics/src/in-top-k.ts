import type { Numbers } from './values.js';

/**
 * Whether fewer than k classes of a row are likelier than the target, so that equals are in together; false where the target
 * is no class or a prediction is not finite. `in_top_k` of TensorFlow.
 */
export const inTopK =
  (k: number) =>
  (target: number, row: Numbers): boolean => {
    const own = row[Math.trunc(target)];
    return own !== undefined && row.every(Number.isFinite) && row.filter((value) => value > own).length < k;
  };
