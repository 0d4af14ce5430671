import { DepthwiseConv2dNative, FusedDepthwiseConv2D, type TensorInfo } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';
import type { ConvolutionAttributes } from './convolution-plan.js';
import { runWithExplicitPadding } from './explicit-padding.js';

type DepthwiseKernel = TrainingKernel<{ x: TensorInfo; filter: TensorInfo }, ConvolutionAttributes>;

/** TensorFlow.js' depthwise convolution, with 'same' padding right for every stride. */
export const depthwiseConv2d: DepthwiseKernel = {
  kernelName: DepthwiseConv2dNative,
  run: (_, inputs, attributes, stock) => runWithExplicitPadding(inputs, attributes, stock, true),
};

/** The same with bias and activation. */
export const fusedDepthwiseConv2d: DepthwiseKernel = {
  kernelName: FusedDepthwiseConv2D,
  run: (_, inputs, attributes, stock) => runWithExplicitPadding(inputs, attributes, stock, true),
};
