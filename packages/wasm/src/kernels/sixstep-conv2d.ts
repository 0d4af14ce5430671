import {
  Conv2DBackpropFilter,
  Conv2DBackpropInput,
  engine,
  type NamedAttrMap,
  type NamedTensorMap,
  type Tensor,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';
import { type ConvolutionAttributes, planConvolution } from './convolution-plan.js';
import { convolve } from './convolve.js';

interface Attributes extends ConvolutionAttributes {
  readonly activation?: 'linear' | 'relu';
}

/**
 * `SixstepConv2D`: convolution, bias and activation in one, forward and backward.
 *
 * y = activation(conv(x, filter) + bias), the same as `activation(add(conv2d(x, filter, strides, pad, 'NHWC', dilations), bias))`.
 *
 * Inputs: float32 `x` [batch, height, width, inputs], `filter` [height, width, inputs, outputs] and `bias` [outputs] (leave the key
 * out for none).
 * Attributes: `strides` and `pad` as for Conv2D; `dilations` (default 1, also together with strides); `activation`,
 * 'linear' (default) or 'relu'. Output: `y`, float32 [batch, outHeight, outWidth, outputs]. Gradients: for all inputs.
 *
 * `engine().runKernel('SixstepConv2D', { x, filter, bias }, { strides, pad, dilations, activation })` wherever
 * `getKernel('SixstepConv2D', getBackend())` is there; the composition elsewhere.
 */
export const sixstepConv2d: TrainingKernel<{ x: TensorInfo; filter: TensorInfo; bias?: TensorInfo }, Attributes> = {
  kernelName: 'SixstepConv2D',
  run(native, { x, filter, bias }, attributes) {
    const plan = planConvolution(x.shape, filter.shape, attributes);
    return convolve(native, x, filter, bias, attributes.activation === 'relu', plan);
  },
  gradient: {
    kernelName: 'SixstepConv2D',
    inputsToSave: ['x', 'filter'],
    outputsToSave: [true],
    gradFunc: (dy, saved, attributes) => {
      const [x, filter, y] = saved as [Tensor, Tensor, Tensor];
      const { activation, ...convolution } = attributes;
      const backward = (inputs: { dy: Tensor; y?: Tensor }): Tensor[] =>
        engine().runKernel('SixstepBiasGradient', inputs as NamedTensorMap);
      // For relu at once, not in the closures: each of them disposes of what it made, and all share dz.
      const relu = activation === 'relu' ? (backward({ dy: dy as Tensor, y }) as [Tensor, Tensor]) : undefined;
      const dz = relu === undefined ? (dy as Tensor) : relu[1];
      const attrs: NamedAttrMap = { ...convolution, dataFormat: 'NHWC' };
      return {
        x: () => engine().runKernel(Conv2DBackpropInput, { dy: dz, filter }, { ...attrs, inputShape: x.shape }),
        filter: () => engine().runKernel(Conv2DBackpropFilter, { x, dy: dz }, { ...attrs, filterShape: filter.shape }),
        bias: () => (relu ?? (backward({ dy: dz }) as [Tensor]))[0],
      };
    },
  },
};
