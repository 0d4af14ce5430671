import * as tf from '@tensorflow/tfjs-core';
import type { Random, Values } from './random.js';

/** A convolution's attributes. */
export type Attributes = {
  strides: [number, number];
  pad: 'same' | 'valid' | number | tf.backend_util.ExplicitPadding;
  dilations: [number, number];
};

/** A convolution with its operands, and a gradient for its output. */
export interface Case extends Attributes {
  x: Values;
  filter: Values;
  dy: Values;
}

/** A random convolution; every kind of padding, strides or dilation, sizes from 1 on. */
export function randomCase({ integer, pick, values }: Random, depthwise = false): Case {
  const [height, width] = [integer(1, 4), integer(1, 4)];
  const dilations: [number, number] = integer(0, 3) === 0 ? [integer(1, 3), integer(1, 3)] : [1, 1];
  const dilated = Math.max(...dilations) > 1;
  const strides: [number, number] = dilated
    ? [1, 1]
    : depthwise
      ? pick([
          [1, 1],
          [2, 2],
          [3, 3],
        ])
      : [integer(1, 3), integer(1, 3)];
  const [before, after] = [
    [integer(0, 2), integer(0, 2)],
    [integer(0, 2), integer(0, 2)],
  ] as [[number, number], [number, number]];
  const pad = pick(['same', 'valid', [[0, 0], before, after, [0, 0]] as tf.backend_util.ExplicitPadding] as const);
  const inputs = integer(1, 9);
  const size = (window: number, dilation: number): number => (window - 1) * dilation + integer(1, 6);
  const x = values([integer(1, 2), size(height, dilations[0]), size(width, dilations[1]), inputs]);
  const filter = values([height, width, inputs, integer(1, depthwise ? 3 : 10)]);
  const info = tf.backend_util.computeConv2DInfo(
    x.shape as [number, number, number, number],
    filter.shape as [number, number, number, number],
    strides,
    dilations,
    pad,
    undefined,
    depthwise,
  );
  return { x, filter, strides, pad, dilations, dy: values(info.outShape) };
}

/** A random convolution of the kind that Winograd's algorithm serves. */
export function randomWide({ integer, pick, values }: Random): Case {
  const pad = pick(['same', 'valid'] as const);
  const [inputs, outputs] = [8 * integer(2, 4), 8 * integer(2, 4)];
  // Fewer outputs do not pay.
  const [height, width] = [integer(6, 9), integer(6, 9)];
  const border = pad === 'valid' ? 2 : 0;
  const x = values([integer(1, 2), height + border, width + border, inputs]);
  const dy = values([x.shape[0]!, height, width, outputs]);
  return { x, filter: values([3, 3, inputs, outputs]), strides: [1, 1], pad, dilations: [1, 1], dy };
}

/** conv2d with these attributes. */
export const conv =
  ({ strides, pad, dilations }: Attributes) =>
  (x: tf.Tensor, filter: tf.Tensor): tf.Tensor =>
    tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, strides, pad, 'NHWC', dilations);

/** depthwiseConv2d with these attributes. */
export const depthwise =
  ({ strides, pad, dilations }: Attributes) =>
  (x: tf.Tensor, filter: tf.Tensor): tf.Tensor =>
    tf.depthwiseConv2d(x as tf.Tensor4D, filter as tf.Tensor4D, strides, pad, 'NHWC', dilations);

/** [y, dx, dFilter] of f at x and filter, for a given dy. */
export const withGradients =
  (f: (...x: tf.Tensor[]) => tf.Tensor) =>
  (dy: tf.Tensor, ...x: tf.Tensor[]): tf.Tensor[] => [f(...x), ...tf.grads(f)(x, dy)];

/**
 * What `withGradients(conv(...))` is for windows one pixel apart, summed up in double precision. The cpu backend takes seconds
 * where there are many channels.
 */
export function exactly({ x, filter, dy, pad }: Pick<Case, 'x' | 'filter' | 'dy' | 'pad'>): Values[] {
  const [batch, height, width, inputs] = x.shape as [number, number, number, number];
  const [rows, columns, , outputs] = filter.shape as [number, number, number, number];
  const [, outHeight, outWidth] = dy.shape as [number, number, number, number];
  const border = pad === 'same' ? [(rows - 1) >> 1, (columns - 1) >> 1] : [0, 0];
  const y = new Float64Array(dy.data.length);
  const dx = new Float64Array(x.data.length);
  const dFilter = new Float64Array(filter.data.length);
  for (let n = 0; n < batch * outHeight * outWidth * rows * columns; n++) {
    const [q, p] = [n % columns, Math.floor(n / columns) % rows];
    const pixel = Math.floor(n / columns / rows);
    const [j, i] = [pixel % outWidth, Math.floor(pixel / outWidth) % outHeight];
    const [row, column] = [i + p - border[0]!, j + q - border[1]!];
    if (row < 0 || row >= height || column < 0 || column >= width) continue;
    const image = Math.floor(pixel / outWidth / outHeight);
    const from = ((image * height + row) * width + column) * inputs;
    for (let c = 0; c < inputs; c++) {
      const tap = ((p * columns + q) * inputs + c) * outputs;
      const value = x.data[from + c]!;
      let sum = 0;
      for (let o = 0; o < outputs; o++) {
        const [weight, gradient] = [filter.data[tap + o]!, dy.data[pixel * outputs + o]!];
        y[pixel * outputs + o]! += value * weight;
        dFilter[tap + o]! += value * gradient;
        sum += gradient * weight;
      }
      dx[from + c]! += sum;
    }
  }
  const values = (data: Float64Array, { shape }: Values): Values => ({ data: Float32Array.from(data), shape });
  return [values(y, dy), values(dx, x), values(dFilter, filter)];
}
