import { Conv2D, Conv2DBackpropFilter, Conv2DBackpropInput, engine, type Tensor } from '@tensorflow/tfjs-core';
import type { ConvolutionAttributes } from './attributes.js';
import type { Derivative } from './derivative.js';

/** The derivative of the transposed convolution: a convolution for dy, a correlation for the filter. */
export const conv2dBackpropInputDerivative: Derivative<[Tensor, Tensor], ConvolutionAttributes> = {
  kernelName: Conv2DBackpropInput,
  inputsToSave: ['dy', 'filter'],
  gradFunc: (ddx, [dy, filter], attrs) => {
    return {
      dy: () => engine().runKernel(Conv2D, { x: ddx, filter }, { ...attrs, dilations: 1 }),
      filter: () => engine().runKernel(Conv2DBackpropFilter, { x: ddx, dy }, { ...attrs, filterShape: filter.shape }),
    };
  },
};
