import {
  engine,
  equal,
  getBackend,
  getKernel,
  logSoftmax,
  mul,
  neg,
  reshape,
  softmax,
  sub,
  sum,
  type Tensor,
  where,
} from '@tensorflow/tfjs-core';
import { oneHotOf } from './one-hot-of.js';
import { withSlope } from './with-slope.js';

/** What the fused kernels give, from other operations: the losses and their derivatives by the logits. */
const composed = (logits: Tensor, labels: Tensor): Tensor[] => {
  const target = labels.rank === 1 ? oneHotOf(labels, logits.shape[1]!) : labels;
  // Where the target is 0, a logit of -Infinity counts nothing.
  const terms = where(equal(target, 0), 0, mul(target, neg(logSoftmax(logits))));
  return [sum(terms, 1), sub(softmax(logits), target)];
};

/**
 * The cross-entropy sum_j labels_j * (log(sum_k exp(logits_k)) - logits_j), with the gradient softmax(logits) - labels
 * computed in one go. Nothing flows to the labels. It runs a fused kernel where the backend has one.
 *
 * @param logits [..., classes]
 * @param labels int32 [...], or float32 [..., classes]
 * @param averaged whether to return the mean over all samples and not the loss of each
 */
export function softmaxCrossentropy(logits: Tensor, labels: Tensor, averaged: boolean): Tensor {
  const rowShape = logits.shape.slice(0, -1);
  const rows = [-1, logits.shape.at(-1)!];
  const sparse = labels.rank < logits.rank;
  const flatLabels = ranked(labels, sparse ? [-1] : rows);
  const kernel = sparse ? 'SixstepSparseSoftmaxCrossEntropy' : 'SixstepSoftmaxCrossEntropy';
  const isFused = (getKernel(kernel, getBackend()) as unknown) != null;
  const compute = (x: Tensor): Tensor[] =>
    isFused ? (engine().runKernel(kernel, { logits: x, labels: flatLabels }) as Tensor[]) : composed(x, flatLabels);
  const losses = withSlope(ranked(logits, rows), compute, averaged);
  return averaged ? losses : ranked(losses, rowShape);
}

/** Reshapes only what has another rank. */
const ranked = (x: Tensor, shape: number[]): Tensor => (x.rank === shape.length ? x : reshape(x, shape));
