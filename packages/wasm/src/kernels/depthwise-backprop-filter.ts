import { DepthwiseConv2dNativeBackpropFilter, type TensorInfo } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';
import type { ConvolutionAttributes } from './convolution-plan.js';
import { planDepthwise } from './depthwise-plan.js';
import { setPixels, setTaps } from './windows.js';

/**
 * The gradient of a depthwise convolution's filter [height, width, inputs, multiplier], given x and dy.
 *
 * With a multiplier m every channel of x is written out m times first: the rest is one output per channel.
 */
export const depthwiseBackpropFilter: TrainingKernel<
  { x: TensorInfo; dy: TensorInfo },
  ConvolutionAttributes & { filterShape: number[] }
> = {
  kernelName: DepthwiseConv2dNativeBackpropFilter,
  run(native, { x, dy }, attributes) {
    const { module } = native;
    const { filterShape } = attributes;
    const plan = planDepthwise(x.shape, filterShape, attributes);
    const { batch, inHeight, inWidth, inputs, multiplier, padded, paddedImage, top, bottom, left, right } = plan;
    const dFilter = native.output(filterShape);
    const to = native.address(dFilter);
    const image = inHeight * inWidth * inputs;
    const repeated = multiplier > 1 ? 4 * batch * image : 0;
    const scratch = native.scratch(repeated + (padded ? 4 * batch * paddedImage : 0) + 16);
    let from = native.address(x);
    if (multiplier > 1) {
      module.repeat(from, scratch, (batch * image) / multiplier, multiplier);
      from = scratch;
    }
    if (padded) {
      module.padImages(from, scratch + repeated, batch, inHeight, inWidth, inputs, top, bottom, left, right);
      from = scratch + repeated;
    }
    setPixels(native, plan);
    setTaps(native, plan);
    module.depthwiseFilterGradient(from, native.address(dy), to, batch, inputs);
    return dFilter;
  },
};
