import { engine, eye, matMul, reshape, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import type { ResizingAttributes } from './attributes.js';

/**
 * The gradient of a resizing kernel by the two matrices that it multiplies by: y = R x C^T, so dx = R^T dy C.
 *
 * TensorFlow.js' own kernel for it (ResizeBilinearGrad) has height and width swapped on the cpu backend.
 */
export function resizeGradient(kernel: string, dy: Tensor, images: Tensor, attributes: ResizingAttributes): Tensor {
  const [batch = 0, height = 0, width = 0, channels = 0] = images.shape;
  const [, high = 0, wide = 0] = dy.shape;
  const matrix = (from: number, to: number): Tensor2D => {
    const identity = reshape(eye(from), [1, from, 1, from]);
    return reshape(engine().runKernel(kernel, { images: identity }, { ...attributes, size: [to, 1] }) as Tensor, [
      to,
      from,
    ]);
  };
  const rows = matMul(
    reshape(matrix(height, high), [1, high, height]),
    reshape(dy, [batch, high, wide * channels]),
    true,
  );
  const columns = reshape(matrix(width, wide), [1, wide, width]);
  return reshape(matMul(columns, reshape(rows, [batch * height, wide, channels]), true), images.shape);
}
