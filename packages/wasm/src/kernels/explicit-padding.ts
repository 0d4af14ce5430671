import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { StockKernel } from '../training-kernel.js';
import { type ConvolutionAttributes, planConvolution } from './convolution-plan.js';

/**
 * Runs TensorFlow.js' convolution kernel with its padding spelled out where it has 'same' wrong: with strides greater than
 * the filter it takes other windows than the cpu backend and TensorFlow.
 */
export function runWithExplicitPadding<Attributes extends ConvolutionAttributes>(
  inputs: { readonly x: TensorInfo; readonly filter: TensorInfo },
  attributes: Attributes,
  stock: StockKernel,
  depthwise: boolean,
): TensorInfo {
  const { x, filter } = inputs;
  let { pad } = attributes;
  if (attributes.dataFormat !== 'NCHW') {
    const plan = planConvolution(x.shape, filter.shape, attributes, depthwise);
    if (pad === 'same' && (plan.strideHeight > plan.filterHeight || plan.strideWidth > plan.filterWidth)) {
      pad = [
        [0, 0],
        [plan.top, plan.bottom],
        [plan.left, plan.right],
        [0, 0],
      ];
    }
  }
  return stock(
    inputs as unknown as NamedTensorInfoMap,
    { ...attributes, pad } as unknown as NamedAttrMap,
  ) as TensorInfo;
}
