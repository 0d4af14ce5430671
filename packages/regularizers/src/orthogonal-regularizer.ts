import { type Described, expectNumber, expectOneOf, formatShape } from '@sixstep/parts';
import {
  abs,
  eye,
  matMul,
  maximum,
  minimum,
  mul,
  rsqrt,
  type Scalar,
  square,
  sub,
  sum,
  type Tensor2D,
  tidy,
} from '@tensorflow/tfjs-core';
import type { Regularizer } from './regularizer.js';

export interface OrthogonalRegularizerOptions {
  /** The factor, not negative. Defaults to 0.01. */
  readonly factor?: number;
  /** Which vectors of the matrix are to be orthogonal. Defaults to `'rows'`. */
  readonly mode?: 'rows' | 'columns';
}

/**
 * Pulls the rows (or columns) of a matrix towards being orthogonal to each other: factor times the mean of |u . v| over
 * all pairs of different rows, u and v being scaled to length 1.
 *
 * @throws Error if an option does not fit, or if the weights are not a matrix
 * @source Brock et al. 2017, https://arxiv.org/abs/1609.07093, without the squares
 */
export function orthogonalRegularizer(options: OrthogonalRegularizerOptions = {}): Regularizer & Described {
  const place = 'orthogonalRegularizer';
  const factor = expectNumber(place, 'factor', options.factor ?? 0.01, { min: 0 });
  const mode = expectOneOf(place, 'mode', options.mode ?? 'rows', ['rows', 'columns']);
  const rows = mode === 'rows';
  const regularizer: Regularizer = (weights) => {
    if (weights.rank !== 2) {
      throw new Error(
        `${place}: expected the weights to be a matrix, received the shape ${formatShape(weights.shape)}. ` +
          'Use it on kernels of dense layers.',
      );
    }
    return tidy(() => {
      // Not below 1e-20, which keeps the derivative of rsqrt finite at 0.
      const lengths = maximum(sum(square(weights), rows ? 1 : 0, true), 1e-20);
      const unit = mul(weights, minimum(rsqrt(lengths), 1e7)) as Tensor2D;
      const products = matMul(unit, unit, !rows, rows);
      const size = weights.shape[rows ? 0 : 1]!;
      const pairs = (size * (size - 1)) / 2;
      return mul(sum(abs(mul(products, sub(1, eye(size))))), (factor * 0.5) / pairs) as Scalar;
    });
  };
  return Object.assign(regularizer, { className: 'OrthogonalRegularizer', config: { factor, mode } });
}
