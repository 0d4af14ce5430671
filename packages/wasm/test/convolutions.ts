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
