import { ResizeNearestNeighbor, type Tensor } from '@tensorflow/tfjs-core';
import type { ResizingAttributes } from './attributes.js';
import type { Derivative } from './derivative.js';
import { resizeGradient } from './resize-gradient.js';

/** d(resizeNearestNeighbor(x)) = dy summed into the pixels it came from. */
export const resizeNearestNeighborDerivative: Derivative<[Tensor], ResizingAttributes> = {
  kernelName: ResizeNearestNeighbor,
  inputsToSave: ['images'],
  gradFunc: (dy, [images], attributes) => ({
    images: () => resizeGradient(ResizeNearestNeighbor, dy, images, attributes),
  }),
};
