import { DepthwiseConv2dNativeBackpropFilter, type TensorInfo } from '@tensorflow/tfjs-core';
import { type ConvolutionAttributes, planConvolution } from '../kernels/convolution-plan.js';
import { floatsOf, sumsFor, tensorOf } from './floats.js';
import { forEachTap } from './for-each-tap.js';
import type { PlainKernel } from './plain-kernel.js';

/** The gradient of a depthwise convolution's filter [height, width, inputs, multiplier], given x and dy. */
export const plainDepthwiseBackpropFilter: PlainKernel<
  { x: TensorInfo; dy: TensorInfo },
  ConvolutionAttributes & { filterShape: number[] }
> = {
  kernelName: DepthwiseConv2dNativeBackpropFilter,
  run(backend, { x, dy }, attributes) {
    const { filterShape } = attributes;
    const plan = planConvolution(x.shape, filterShape, attributes, true);
    const [a, g, sums] = [floatsOf(backend, x), floatsOf(backend, dy), sumsFor(filterShape)];
    const { inputs, outputs } = plan;
    const multiplier = outputs / inputs;
    forEachTap(plan, (input, output, tap) => {
      for (let o = 0; o < outputs; o++) {
        sums[tap * outputs + o]! += a[input * inputs + Math.floor(o / multiplier)]! * g[output * outputs + o]!;
      }
    });
    return tensorOf(backend, sums, filterShape);
  },
};
