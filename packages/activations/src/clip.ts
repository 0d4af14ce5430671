import { maximum, minimum, type Tensor, tidy } from '@tensorflow/tfjs-core';

/**
 * min(max(x, low), high), derivative 1 from low to high, the bounds included, else 0.
 *
 * Unlike `clipByValue` on the WASM backend it keeps NaN.
 */
export function clip(x: Tensor, low: number, high: number): Tensor {
  return tidy(() => minimum(maximum(x, low), high));
}
