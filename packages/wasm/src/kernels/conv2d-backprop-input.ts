import { Conv2DBackpropInput, type TensorInfo } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';
import { channelsLast, lastShape } from './channels-last.js';
import { type ConvolutionAttributes, planConvolution } from './convolution-plan.js';
import { convolveInput } from './convolve-input.js';

/** The gradient of a convolution's input, given dy and the filter; also the transposed convolution. */
export const conv2dBackpropInput: TrainingKernel<
  { dy: TensorInfo; filter: TensorInfo },
  ConvolutionAttributes & { inputShape: number[] }
> = {
  kernelName: Conv2DBackpropInput,
  run(native, { dy, filter }, attributes) {
    const { inputShape, dataFormat } = attributes;
    if (dataFormat !== 'NCHW') {
      return convolveInput(native, dy, filter, inputShape, planConvolution(inputShape, filter.shape, attributes));
    }
    const shape = lastShape(inputShape);
    const plan = planConvolution(shape, filter.shape, attributes);
    return channelsLast(native.backend, [dy], true, (last) =>
      convolveInput(native, last as TensorInfo, filter, shape, plan),
    );
  },
};
