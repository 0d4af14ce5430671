import { maximum, minimum, type Tensor } from '@tensorflow/tfjs-core';
import { epsilon } from './epsilon.js';

/**
 * Probabilities that have a logarithm: min(max(p, 1e-7), high).
 *
 * Unlike `clipByValue` on the WASM backend it keeps NaN. The derivative is 0 outside.
 */
export function clip(p: Tensor, high: number = 1 - epsilon): Tensor {
  return minimum(maximum(p, epsilon), high);
}
