import { type Described, expectNumber, formatShape } from '@sixstep/parts';
import {
  add,
  cast,
  customGrad,
  div,
  equal,
  exp,
  eye,
  fill,
  greaterEqual,
  isFinite as isFiniteOp,
  log,
  logicalAnd,
  logicalNot,
  matMul,
  max,
  maximum,
  mul,
  reshape,
  softplus,
  squeeze,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import type { Loss } from './loss.js';
import { type LossOptions, makeLoss } from './make-loss.js';

export interface CircleOptions extends LossOptions {
  /** How sharp the loss is. Defaults to 80. */
  readonly gamma?: number;
  /** How far similarities may stay from 1 and 0. Defaults to 0.4. */
  readonly margin?: number;
  /** Whether a sample is no pair with itself. Defaults to true. */
  readonly removeDiagonal?: boolean;
}

/** The least normal float32. Keras counts what is above 0, and TensorFlow rounds what is below this to 0. */
const leastNormal: number = 2 ** -126;

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
export function circle(options: CircleOptions = {}): Loss & Described {
  const gamma = expectNumber('circle', 'gamma', options.gamma ?? 80);
  const margin = expectNumber('circle', 'margin', options.margin ?? 0.4);
  const { removeDiagonal = true } = options;
  return makeLoss(options, {
    place: 'circle',
    className: 'Circle',
    config: { gamma, margin, removeDiagonal },
    perSample: (yTrue, yPred) => {
      expectLabels(yTrue, yPred);
      const distances = maximum(sub(1, matMul(yPred as Tensor2D, yPred as Tensor2D, false, true)), 0);
      const labels = cast(reshape(yTrue, [-1, 1]), 'int32');
      const alike = equal(labels, reshape(labels, [1, -1]));
      const positive = removeDiagonal ? logicalAnd(alike, logicalNot(cast(eye(yTrue.size), 'bool'))) : alike;
      const negative = logicalNot(alike);
      const positiveWeights = maximum(mul(add(distances, margin), cast(positive, 'float32')), 0);
      const negativeWeights = maximum(mul(sub(1 + margin, distances), cast(negative, 'float32')), 0);
      const near = mul(mul(positiveWeights, -gamma), sub(margin, distances));
      const far = mul(mul(negativeWeights, gamma), sub(1 - margin, distances));
      const values = softplus(add(logSumExp(near, positive), logSumExp(far, negative)));
      return { values, mask: greaterEqual(values, leastNormal) };
    },
  });
}

/** log(sum(exp(x))) of each row, over the elements where the condition holds; -Infinity if there is none. */
const logSumExp = (x: Tensor, condition: Tensor): Tensor =>
  customGrad((input, save) => {
    const chosen = where(condition, input as Tensor, fill(x.shape, -Infinity));
    const greatest = max(chosen, 1, true);
    const shift = where(isFiniteOp(greatest), greatest, zerosLike(greatest));
    const terms: Tensor = exp(sub(chosen, shift));
    const total: Tensor = sum(terms, 1, true);
    (save as (tensors: Tensor[]) => void)([terms, total, condition]);
    return {
      value: squeeze(add(log(total), shift), [1]),
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const [terms, total, condition] = saved as [Tensor, Tensor, Tensor];
        return where(condition, mul(div(terms, total), reshape(dy, [-1, 1])), zerosLike(terms));
      },
    };
  })(x);

function expectLabels(yTrue: Tensor, yPred: Tensor): void {
  if (yPred.rank === 2 && yTrue.size === yPred.shape[0]) return;
  throw new Error(
    `circle: expected embeddings of shape [n, features] and n labels, received yPred of shape ${formatShape(yPred.shape)} ` +
      `and yTrue of shape ${formatShape(yTrue.shape)}. Give one integer label for every embedding.`,
  );
}
