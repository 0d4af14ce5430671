import { maximum, minimum, type Tensor } from '@tensorflow/tfjs-core';

/** min(max(x, low), high); unlike `clipByValue` on the WASM backend it keeps NaN. The derivative is 0 outside. */
export function clip(x: Tensor, low: number, high: number): Tensor {
  return minimum(maximum(x, low), high);
}
