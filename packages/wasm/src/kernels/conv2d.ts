import { Conv2D, type TensorInfo } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';
import { channelsLast, lastShape } from './channels-last.js';
import { type ConvolutionAttributes, planConvolution } from './convolution-plan.js';
import { convolve } from './convolve.js';

/** The convolution of x [batch, height, width, inputs] with filter [height, width, inputs, outputs]. */
export const conv2d: TrainingKernel<{ x: TensorInfo; filter: TensorInfo }, ConvolutionAttributes> = {
  kernelName: Conv2D,
  run(native, { x, filter }, attributes) {
    if (attributes.dataFormat !== 'NCHW') {
      return convolve(native, x, filter, undefined, false, planConvolution(x.shape, filter.shape, attributes));
    }
    const plan = planConvolution(lastShape(x.shape), filter.shape, attributes);
    return channelsLast(native.backend, [x], true, (last) =>
      convolve(native, last as TensorInfo, filter, undefined, false, plan),
    );
  },
};
