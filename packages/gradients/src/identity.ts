import { Identity } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { share } from './share.js';

/** d(x) = dy. */
export const identityDerivative: Derivative<[]> = {
  kernelName: Identity,
  gradFunc: (dy) => ({ x: () => share(dy, dy) }),
};
