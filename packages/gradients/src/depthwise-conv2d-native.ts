import {
  DepthwiseConv2dNative,
  DepthwiseConv2dNativeBackpropFilter,
  DepthwiseConv2dNativeBackpropInput,
  engine,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { ConvolutionAttributes } from './attributes.js';
import type { Derivative } from './derivative.js';
import { dilateFilter, dilatedShape, undilateFilter } from './dilate-filter.js';

/** d(depthwise(x, filter)): as the convolution, channel by channel. */
export const depthwiseConv2dNativeDerivative: Derivative<[Tensor, Tensor], ConvolutionAttributes> = {
  kernelName: DepthwiseConv2dNative,
  inputsToSave: ['x', 'filter'],
  gradFunc: (dy, [x, filter], { dilations = 1, ...rest }) => {
    const attrs = { ...rest, dilations: [1, 1] };
    return {
      x: () =>
        engine().runKernel(
          DepthwiseConv2dNativeBackpropInput,
          { dy, filter: dilateFilter(filter, dilations) },
          { ...attrs, inputShape: x.shape },
        ),
      filter: () => {
        const filterShape = dilatedShape(filter.shape, dilations);
        const dFilter: Tensor = engine().runKernel(
          DepthwiseConv2dNativeBackpropFilter,
          { x, dy },
          { ...attrs, filterShape },
        );
        return undilateFilter(dFilter, filter.shape, dilations);
      },
    };
  },
};
