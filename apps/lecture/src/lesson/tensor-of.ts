import type { ArrayData } from '@sixstep/datasets';
import { tensor, type Tensor } from '@tensorflow/tfjs-core';

/** An array as a tensor of floats. */
export function tensorOf({ data, shape, scale = 1 }: ArrayData): Tensor {
  return tensor(
    Float32Array.from(data, (value) => value * scale),
    [...shape],
  );
}
