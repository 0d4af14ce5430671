import { div, sum, type Tensor } from '@tensorflow/tfjs-core';
import { clip } from './clip.js';

/** Probabilities [..., classes] scaled to sum 1 over the classes, and clipped. */
export function classShares(p: Tensor): Tensor {
  return clip(div(p, sum(p, -1, true)));
}
