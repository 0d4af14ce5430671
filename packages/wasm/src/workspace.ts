import type { TensorInfo } from '@tensorflow/tfjs-core';
import { heapOf } from './heap.js';
import type { Native } from './native.js';

/**
 * Memory for `count` floats behind a tensor of shape [0].
 *
 * What a kernel keeps for its own gradient has to be an output, and TensorFlow.js makes a tensor of zeros for the gradient
 * of every output that nothing depends on: none for an empty one. The memory is freed with the tensor.
 */
export function workspace({ backend, outputAt }: Native, count: number): TensorInfo {
  const address = heapOf(backend)._malloc(Math.max(4 * count, 4)) >>> 0;
  return outputAt(address);
}
