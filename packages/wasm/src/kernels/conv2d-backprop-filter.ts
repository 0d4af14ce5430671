import { Conv2DBackpropFilter, type TensorInfo } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';
import { channelsLast, lastShape } from './channels-last.js';
import { type ConvolutionAttributes, planConvolution } from './convolution-plan.js';
import { convolveFilter } from './convolve-filter.js';

/** The gradient of a convolution's filter, given x and dy. TensorFlow.js' WASM backend has none. */
export const conv2dBackpropFilter: TrainingKernel<
  { x: TensorInfo; dy: TensorInfo },
  ConvolutionAttributes & { filterShape: number[] }
> = {
  kernelName: Conv2DBackpropFilter,
  run(native, { x, dy }, attributes) {
    const { filterShape, dataFormat } = attributes;
    if (dataFormat !== 'NCHW') {
      return convolveFilter(native, x, dy, filterShape, planConvolution(x.shape, filterShape, attributes));
    }
    const plan = planConvolution(lastShape(x.shape), filterShape, attributes);
    return channelsLast(native.backend, [x, dy], false, (lastX, lastDy) =>
      convolveFilter(native, lastX as TensorInfo, lastDy as TensorInfo, filterShape, plan),
    );
  },
};
