import { expectShape } from '@sixstep/parts';
import {
  add,
  equal,
  expandDims,
  eye,
  greater,
  logSumExp,
  matMul,
  maximum,
  mul,
  reshape,
  softmax,
  softplus,
  sub,
  type Tensor,
  type Tensor2D,
  where,
} from '@tensorflow/tfjs-core';
import { toType } from './to-type.js';
import { withSlope } from './with-slope.js';
import { defineLoss, type LossFactory } from './define-loss.js';
import type { LossOptions } from './make-loss.js';

export interface CircleOptions extends LossOptions {
  /** How sharp the loss is. Defaults to 80. */
  readonly gamma?: number;
  /** How far similarities may stay from 1 and 0. Defaults to 0.4. */
  readonly margin?: number;
  /** Whether a sample is no pair with itself. Defaults to true. */
  readonly removeDiagonal?: boolean;
}

/** Below the least normal float32. Keras counts what is above 0, and TensorFlow rounds what is up to this to 0. */
const mostSubnormal: number = 2 ** -126 - 2 ** -149;

/** The logarithm of what a pair counts that is not summed: 0 as far as float32 goes, without the NaN of -Infinity. */
const none = -1e30;

/**
 * Circle loss of embeddings: log(1 + sum over pairs of one label of exp(-gamma * (margin + d) * (margin - d)) * sum over
 * pairs of two labels of exp(gamma * max(1 + margin - d, 0) * (1 - margin - d))), with d = max(1 - u . v, 0).
 *
 * Samples whose loss is 0 do not count in a mean.
 *
 * @param options `yTrue` are integer labels [n]; `yPred` are embeddings [n, features] of length 1
 * @throws Error if an option is not a number, or if labels, embeddings or weights do not fit each other
 * @source Sun et al. 2020, https://arxiv.org/abs/2002.10857
 */
export const circle: LossFactory<CircleOptions> = /* @__PURE__ */ defineLoss<CircleOptions>(
  'circle',
  { gamma: 80, margin: 0.4, removeDiagonal: true },
  ({ gamma, margin, removeDiagonal }) =>
    (yTrue, yPred) => {
      const labels = toType(reshape(yTrue, [-1]), 'int32');
      expectShape('circle', 'yTrue', labels.shape, yPred.shape.slice(0, -1));
      const distances = maximum(sub(1, matMul(yPred as Tensor2D, yPred as Tensor2D, false, true)), 0);
      const alike = equal(expandDims(labels, 1), labels);
      const positive = removeDiagonal ? greater(alike, eye(labels.size)) : alike;
      const near = mul(mul(maximum(add(distances, margin), 0), -gamma), sub(margin, distances));
      const far = mul(mul(maximum(sub(1 + margin, distances), 0), gamma), sub(1 - margin, distances));
      const values = softplus(add(logTotal(where(positive, near, none)), logTotal(where(alike, none, far))));
      return { values, mask: greater(values, mostSubnormal) };
    },
);

/** log(sum(exp(x))) of each row, by the shorter way to its derivative. */
const logTotal = (x: Tensor): Tensor =>
  withSlope(
    x,
    (y) => [logSumExp(y, 1), y],
    false,
    ([y]) => softmax(y!),
  );
