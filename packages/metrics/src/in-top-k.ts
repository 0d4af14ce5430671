import type { Values } from './values.js';

/**
 * 1 where fewer than k classes are likelier than the target, so that equals are in together; 0 where the target is no class
 * or a prediction that matters is not finite. `in_top_k` of TensorFlow.
 */
export function inTopK(targets: ArrayLike<number>, { data, shape }: Values, k: number): Uint8Array {
  const classes = shape.at(-1)!;
  const result = new Uint8Array(targets.length);
  for (let row = 0; row < result.length; row++) {
    const target = targets[row]!;
    const own = data[row * classes + target];
    if (!(target >= 0 && target < classes) || !Number.isFinite(own)) continue;
    let likelier = 0;
    for (let c = 0; c < classes && likelier <= k; c++) {
      const value = data[row * classes + c]!;
      if (!Number.isFinite(value)) likelier = Infinity;
      else if (value > own!) likelier++;
    }
    if (likelier < k) result[row] = 1;
  }
  return result;
}
