import { pad, reshape, slice, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';

/** Puts `rate` - 1 zeros between neighbours along `axis` (0 or 1). */
function dilate(kernel: Tensor4D, axis: 0 | 1, rate: number): Tensor4D {
  if (rate === 1) return kernel;
  const shape = [...kernel.shape] as [number, number, number, number];
  const before = axis === 0 ? 1 : shape[0];
  const size = shape[axis];
  const parts = reshape(kernel, [before, size, 1, kernel.size / before / size]);
  const spread = pad(parts, [
    [0, 0],
    [0, 0],
    [0, rate - 1],
    [0, 0],
  ]) as Tensor;
  const length = size * rate;
  shape[axis] = length;
  const end = [...shape] as typeof shape;
  end[axis] = length - (rate - 1);
  return slice(reshape(spread, shape) as Tensor4D, [0, 0, 0, 0], end);
}

/** A kernel [rows, columns, a, b] with zeros between its elements: what a dilated convolution does, as a plain one. */
export function dilateKernel(kernel: Tensor4D, [rows, columns]: readonly [number, number]): Tensor4D {
  return dilate(dilate(kernel, 0, rows), 1, columns);
}
