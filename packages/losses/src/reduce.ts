import { expectShape } from '@sixstep/parts';
import { div, equal, mean, mul, sum, type Tensor, where } from '@tensorflow/tfjs-core';
import { broadcasts } from './broadcasts.js';
import type { Reduction } from './loss.js';
import { matchRank } from './match-rank.js';
import { toType } from './to-type.js';

/**
 * The losses of the samples, weighted and reduced.
 *
 * @param values the losses of the samples
 * @param sampleWeight of a shape that can be broadcast to theirs
 * @param mask which of them count: a mean is then divided by the number of these
 * @throws Error if the weights do not fit
 */
export function reduce(
  place: string,
  values: Tensor,
  mask: Tensor | undefined,
  sampleWeight: Tensor | undefined,
  reduction: Reduction,
): Tensor {
  const weighted = (x: Tensor, weight: Tensor): Tensor => {
    const [a, b] = matchRank(x, toType(weight, 'float32'));
    expectShape(place, 'sampleWeight', b.shape, a.shape, '', broadcasts);
    return mul(a, b);
  };
  const counts = mask && toType(mask, 'float32');
  const weights = counts && sampleWeight ? weighted(counts, sampleWeight) : (sampleWeight ?? counts);
  const losses = weights ? weighted(values, weights) : values;
  if (reduction === 'none' || losses.rank === 0 || (losses.rank === 1 && losses.size === 0)) return losses;
  if (reduction === 'sum' || losses.size === 0) return sum(losses);
  const divisor = reduction === 'meanWithSampleWeight' ? weights : counts;
  if (divisor === undefined) return mean(losses);
  const total = sum(divisor);
  const isZero = equal(total, 0);
  // 0 where the weights sum to 0, and no NaN in the gradient either.
  return div(where(isZero, 0, sum(losses)), where(isZero, 1, total));
}
