import { DepthwiseConv2dNativeBackpropInput, type TensorInfo } from '@tensorflow/tfjs-core';
import { type ConvolutionAttributes, planConvolution } from '../kernels/convolution-plan.js';
import { floatsOf, sumsFor, tensorOf } from './floats.js';
import { forEachTap } from './for-each-tap.js';
import type { PlainKernel } from './plain-kernel.js';

/** The gradient of a depthwise convolution's input, given dy and the filter [height, width, inputs, multiplier]. */
export const plainDepthwiseBackpropInput: PlainKernel<
  { dy: TensorInfo; filter: TensorInfo },
  ConvolutionAttributes & { inputShape: number[] }
> = {
  kernelName: DepthwiseConv2dNativeBackpropInput,
  run(backend, { dy, filter }, attributes) {
    const { inputShape } = attributes;
    const plan = planConvolution(inputShape, filter.shape, attributes, true);
    const [g, f, sums] = [floatsOf(backend, dy), floatsOf(backend, filter), sumsFor(inputShape)];
    const { inputs, outputs } = plan;
    const multiplier = outputs / inputs;
    forEachTap(plan, (input, output, tap) => {
      for (let o = 0; o < outputs; o++) {
        sums[input * inputs + Math.floor(o / multiplier)]! += g[output * outputs + o]! * f[tap * outputs + o]!;
      }
    });
    return tensorOf(backend, sums, inputShape);
  },
};
