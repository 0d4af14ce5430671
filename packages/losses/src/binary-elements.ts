import { add, log, mul, neg, sub, type Tensor } from '@tensorflow/tfjs-core';
import { clip } from './clip.js';
import { epsilon } from './epsilon.js';

/** -(targets * log(p) + (1 - targets) * log(1 - p)) of each probability, p clipped to [1e-7, 1 - 1e-7]. */
export function binaryElements(targets: Tensor, probabilities: Tensor): Tensor {
  const p = clip(probabilities, epsilon, 1 - epsilon);
  return neg(add(mul(targets, log(p)), mul(sub(1, targets), log(sub(1, p)))));
}
