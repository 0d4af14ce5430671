import { maximum, minimum, mul, type Tensor } from '@tensorflow/tfjs-core';

/**
 * The sign of each element: -1, 0 or 1, NaN for NaN. TensorFlow.js' own `sign` on WASM takes small numbers and NaN for 0; here
 * even the smallest float32 is blown up beyond 1 before it is cut off there.
 */
export function signOf(x: Tensor): Tensor {
  return minimum(maximum(mul(mul(x, 1e30), 1e30), -1), 1);
}
