import {
  Conv2D,
  DepthwiseConv2dNative,
  FusedConv2D,
  FusedDepthwiseConv2D,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { ConvolutionAttributes } from '../kernels/convolution-plan.js';
import { runWithExplicitPadding } from '../kernels/explicit-padding.js';
import type { PlainKernel } from './plain-kernel.js';

type Convolution = PlainKernel<{ x: TensorInfo; filter: TensorInfo }, ConvolutionAttributes>;

/** TensorFlow.js' convolutions, with 'same' padding right for every stride. */
export const explicitPadding: readonly Convolution[] = [
  Conv2D,
  FusedConv2D,
  DepthwiseConv2dNative,
  FusedDepthwiseConv2D,
].map((kernelName) => ({
  kernelName,
  run: (_, inputs, attributes, stock) =>
    runWithExplicitPadding(inputs, attributes, stock, kernelName.includes('Depthwise')),
}));
