import { maximum, minimum, type Tensor } from '@tensorflow/tfjs-core';

/** min(max(x, low), high); unlike `clipByValue` on the WASM backend it keeps NaN. */
export function bounded(x: Tensor, low: number, high: number): Tensor {
  return minimum(maximum(x, low), high);
}
