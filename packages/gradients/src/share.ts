import { reshape, type Tensor } from '@tensorflow/tfjs-core';

/**
 * A gradient that may be `dy` itself, as a tensor of its own: the tape disposes gradients one by one.
 *
 * Reshape shares the memory on every backend, where clone copies it on WASM.
 */
export function share(gradient: Tensor, dy: Tensor): Tensor {
  return gradient === dy ? reshape(dy, dy.shape) : gradient;
}
