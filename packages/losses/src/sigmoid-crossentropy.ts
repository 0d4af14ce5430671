import { abs, add, maximum, mul, neg, sigmoid, softplus, sub, type Tensor } from '@tensorflow/tfjs-core';
import { withSlope } from './with-slope.js';

/**
 * The cross-entropy max(x, 0) - x * targets + log(1 + exp(-|x|)) of each logit x, with the gradient sigmoid(x) - targets.
 * Nothing flows to the targets.
 *
 * @param averaged whether to return the mean over all elements and not the loss of each
 */
export function sigmoidCrossentropy(targets: Tensor, logits: Tensor, averaged: boolean): Tensor {
  return withSlope(
    logits,
    (x) => [add(sub(maximum(x, 0), mul(x, targets)), softplus(neg(abs(x)))), x, targets],
    averaged,
    ([x, saved]) => sub(sigmoid(x!), saved!),
  );
}
