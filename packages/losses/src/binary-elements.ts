import { log, neg, sub, type Tensor } from '@tensorflow/tfjs-core';
import { clip } from './clip.js';
import { mixture } from './mixture.js';
import { sigmoidCrossentropy } from './sigmoid-crossentropy.js';

/**
 * The binary cross-entropy of each element: from the logits if there are some, else
 * -(targets * log(p) + (1 - targets) * log(1 - p)), p clipped to [1e-7, 1 - 1e-7].
 *
 * @param averaged whether the mean of all may be returned instead
 */
export function binaryElements(
  targets: Tensor,
  probabilities: Tensor,
  logits: Tensor | undefined,
  averaged: boolean,
): Tensor {
  if (logits !== undefined) return sigmoidCrossentropy(targets, logits, averaged);
  const p = clip(probabilities);
  return neg(mixture(targets, log(p), log(sub(1, p))));
}
