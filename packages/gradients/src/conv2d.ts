import { Conv2D, Conv2DBackpropFilter, Conv2DBackpropInput, engine, type Tensor } from '@tensorflow/tfjs-core';
import type { ConvolutionAttributes } from './attributes.js';
import type { Derivative } from './derivative.js';
import { dilateFilter, dilatedShape, undilateFilter } from './dilate-filter.js';

/** d(conv(x, filter)) = the transposed convolution of dy for x, the correlation of x and dy for the filter. */
export const conv2dDerivative: Derivative<[Tensor, Tensor], ConvolutionAttributes> = {
  kernelName: Conv2D,
  inputsToSave: ['x', 'filter'],
  gradFunc: (dy, [x, filter], { dilations = 1, ...attrs }) => {
    return {
      x: () =>
        engine().runKernel(
          Conv2DBackpropInput,
          { dy, filter: dilateFilter(filter, dilations) },
          { ...attrs, inputShape: x.shape },
        ),
      filter: () => {
        const filterShape = dilatedShape(filter.shape, dilations);
        const dFilter: Tensor = engine().runKernel(Conv2DBackpropFilter, { x, dy }, { ...attrs, filterShape });
        return undilateFilter(dFilter, filter.shape, dilations);
      },
    };
  },
};
