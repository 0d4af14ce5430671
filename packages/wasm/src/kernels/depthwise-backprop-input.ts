import { DepthwiseConv2dNativeBackpropInput, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';
import type { ConvolutionAttributes } from './convolution-plan.js';
import { planDepthwise } from './depthwise-plan.js';
import { setPixels, setTaps } from './windows.js';

/**
 * The gradient of a depthwise convolution's input, given dy and the filter [height, width, inputs, multiplier].
 *
 * With a multiplier m it is computed for m channels each, which are added up in the end.
 */
export const depthwiseBackpropInput: TrainingKernel<
  { dy: TensorInfo; filter: TensorInfo },
  ConvolutionAttributes & { inputShape: number[] }
> = {
  kernelName: DepthwiseConv2dNativeBackpropInput,
  run(native, { dy, filter }, attributes) {
    const { module } = native;
    const { inputShape } = attributes;
    const plan = planDepthwise(inputShape, filter.shape, attributes);
    const { batch, inHeight, inWidth, inputs, multiplier, padded, paddedImage, top, bottom, left, right } = plan;
    const dx = native.output(inputShape);
    const size = util.sizeFromShape(inputShape);
    if (size === 0) return dx;
    const to = native.address(dx);
    const whole = 4 * batch * inHeight * inWidth * inputs;
    const scratch = native.scratch((padded ? 4 * batch * paddedImage : 0) + (multiplier > 1 ? whole : 0) + 16);
    const cropped = multiplier > 1 ? scratch + (padded ? 4 * batch * paddedImage : 0) : to;
    const sums = padded ? scratch : cropped;
    module.clear(sums, 4 * batch * paddedImage);
    setPixels(native, plan);
    setTaps(native, plan);
    module.depthwiseInputGradient(sums, native.address(filter), native.address(dy), batch, inputs);
    if (padded) module.cropImages(sums, cropped, batch, inHeight, inWidth, inputs, top, bottom, left, right);
    if (multiplier > 1) module.sumGroups(cropped, to, size, multiplier);
    return dx;
  },
};
