import { backend_util } from '@tensorflow/tfjs-core';
import type { Native } from '../native.js';
import type { ConvolutionAttributes, Shape4 } from './convolution-plan.js';

/** The attributes of TensorFlow.js' pooling kernels. */
export interface PoolingAttributes extends Pick<ConvolutionAttributes, 'strides' | 'pad' | 'dimRoundingMode'> {
  readonly filterSize: number | [number, number];
}

/** What `pool` of assembly/pooling.ts does, by number. */
export const POOL = { max: 0, averageGradient: 1, maxGradient: 2, freshMaxGradient: 3 } as const;

/** A pooling, worked out. */
export interface PoolingPlan {
  readonly outShape: number[];
  /** The windows, in the order that the module's function takes them. */
  readonly windows: readonly [
    rows: number,
    columns: number,
    rowStep: number,
    columnStep: number,
    top: number,
    left: number,
  ];
}

/** Works out a pooling of x [batch, height, width, channels] and tells the module its shapes. */
export function planPooling(
  { module }: Native,
  xShape: readonly number[],
  { filterSize, strides, pad, dimRoundingMode }: PoolingAttributes,
): PoolingPlan {
  const info = backend_util.computePool2DInfo(xShape as Shape4, filterSize, strides, 1, pad, dimRoundingMode);
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outShape, padInfo } = info;
  module.setPooling(batchSize, inHeight, inWidth, inChannels, outHeight, outWidth);
  return {
    outShape,
    windows: [info.filterHeight, info.filterWidth, info.strideHeight, info.strideWidth, padInfo.top, padInfo.left],
  };
}
