import { engine, ResizeBilinear, ResizeBilinearGrad, type Tensor } from '@tensorflow/tfjs-core';
import type { ResizingAttributes } from './attributes.js';
import type { Derivative } from './derivative.js';

/** d(resizeBilinear(x)) = dy spread over the four neighbours, by their weights. */
export const resizeBilinearDerivative: Derivative<[Tensor], ResizingAttributes> = {
  kernelName: ResizeBilinear,
  inputsToSave: ['images'],
  gradFunc: (dy, [images], attrs) => ({
    images: () => engine().runKernel(ResizeBilinearGrad, { dy, images }, attrs),
  }),
};
