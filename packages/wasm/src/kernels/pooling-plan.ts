import { backend_util } from '@tensorflow/tfjs-core';
import type { Native } from '../native.js';
import type { ConvolutionAttributes, Shape4 } from './convolution-plan.js';

/** The attributes of TensorFlow.js' pooling kernels. */
export interface PoolingAttributes extends Pick<ConvolutionAttributes, 'strides' | 'pad' | 'dimRoundingMode'> {
  readonly filterSize: number | [number, number];
}

/** The windows of a pooling, in the order that the module's functions take them. */
export type PoolingWindows = [
  rows: number,
  columns: number,
  rowStep: number,
  columnStep: number,
  top: number,
  left: number,
];

/** Works out a pooling of x [batch, height, width, channels] and tells the module its shapes. */
export function setPooling(
  { module }: Native,
  xShape: readonly number[],
  { filterSize, strides, pad, dimRoundingMode }: PoolingAttributes,
): PoolingWindows {
  const info = backend_util.computePool2DInfo(xShape as Shape4, filterSize, strides, 1, pad, dimRoundingMode);
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, padInfo } = info;
  module.setPooling(batchSize, inHeight, inWidth, inChannels, outHeight, outWidth);
  return [info.filterHeight, info.filterWidth, info.strideHeight, info.strideWidth, padInfo.top, padInfo.left];
}
