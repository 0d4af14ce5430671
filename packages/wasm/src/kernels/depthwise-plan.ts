import { type ConvolutionAttributes, type ConvolutionPlan, planConvolution } from './convolution-plan.js';

/** A depthwise convolution as one of x whose channels are repeated: one output per channel. */
export interface DepthwisePlan extends ConvolutionPlan {
  readonly multiplier: number;
}

/** Works out a depthwise convolution with a filter [height, width, inputs, multiplier]. */
export function planDepthwise(
  xShape: readonly number[],
  filterShape: readonly number[],
  attributes: ConvolutionAttributes,
): DepthwisePlan {
  const plan = planConvolution(xShape, filterShape, attributes, true);
  const multiplier = filterShape[3] as number;
  return {
    ...plan,
    multiplier,
    inputs: plan.inputs * multiplier,
    paddedLine: plan.paddedLine * multiplier,
    paddedImage: plan.paddedImage * multiplier,
  };
}
