import { Cast } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { share } from './share.js';

/** d(cast(x)) = dy. */
export const castDerivative: Derivative<[]> = {
  kernelName: Cast,
  gradFunc: (dy) => ({ x: () => share(dy, dy) }),
};
