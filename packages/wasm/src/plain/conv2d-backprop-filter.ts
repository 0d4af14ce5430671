import { Conv2DBackpropFilter, type TensorInfo } from '@tensorflow/tfjs-core';
import { channelsLast } from '../kernels/channels-last.js';
import { type ConvolutionAttributes, planConvolution } from '../kernels/convolution-plan.js';
import { floatsOf, sumsFor, tensorOf } from './floats.js';
import { forEachTap } from './for-each-tap.js';
import type { PlainKernel } from './plain-kernel.js';

/** The gradient of a convolution's filter, given x and dy. */
export const plainConv2dBackpropFilter: PlainKernel<
  { x: TensorInfo; dy: TensorInfo },
  ConvolutionAttributes & { filterShape: number[] }
> = {
  kernelName: Conv2DBackpropFilter,
  run(backend, { x, dy }, attributes) {
    const { filterShape, dataFormat } = attributes;
    const gradient = (images: TensorInfo, dys: TensorInfo): TensorInfo => {
      const plan = planConvolution(images.shape, filterShape, attributes);
      const [a, g, sums] = [floatsOf(backend, images), floatsOf(backend, dys), sumsFor(filterShape)];
      const { inputs, outputs } = plan;
      forEachTap(plan, (input, output, tap) => {
        for (let i = 0; i < inputs; i++) {
          const v = a[input * inputs + i]!;
          const to = (tap * inputs + i) * outputs;
          for (let o = 0; o < outputs; o++) sums[to + o]! += v * g[output * outputs + o]!;
        }
      });
      return tensorOf(backend, sums, filterShape);
    };
    if (dataFormat !== 'NCHW') return gradient(x, dy);
    return channelsLast(backend, [x, dy], false, (a, g) => gradient(a as TensorInfo, g as TensorInfo));
  },
};
