import { ResizeBilinear, type Tensor } from '@tensorflow/tfjs-core';
import type { ResizingAttributes } from './attributes.js';
import type { Derivative } from './derivative.js';
import { resizeGradient } from './resize-gradient.js';

/** d(resizeBilinear(x)) = dy spread over the four neighbours, by their weights. */
export const resizeBilinearDerivative: Derivative<[Tensor], ResizingAttributes> = {
  kernelName: ResizeBilinear,
  inputsToSave: ['images'],
  gradFunc: (dy, [images], attributes) => ({ images: () => resizeGradient(ResizeBilinear, dy, images, attributes) }),
};
