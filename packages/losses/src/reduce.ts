import { formatShape } from '@sixstep/parts';
import {
  cast,
  div,
  equal,
  maximum,
  mean,
  mul,
  onesLike,
  sum,
  type Tensor,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { broadcasts } from './broadcasts.js';
import type { Reduction } from './loss.js';
import { matchRank } from './match-rank.js';

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
  sampleWeight: Tensor | undefined,
  mask: Tensor | undefined,
  reduction: Reduction,
): Tensor {
  const counts = mask === undefined ? undefined : maskWeights(mask, reduction);
  const weight = combined(sampleWeight, counts);
  if (weight === undefined) return reduceValues(values, undefined, reduction);
  const [losses, weights] = matchRank(values, weight);
  if (!broadcasts(losses.shape, weights.shape)) {
    throw new Error(
      `${place}: expected sampleWeight to fit losses of shape ${formatShape(values.shape)}, ` +
        `received the shape ${formatShape(weight.shape)}. Give one weight for every sample.`,
    );
  }
  return reduceValues(mul(losses, weights), weights, reduction);
}

/** Ones where the mask is true, scaled so that a mean over all elements becomes one over those that count. */
function maskWeights(mask: Tensor, reduction: Reduction): Tensor {
  const counts = cast(mask, 'float32');
  if (reduction !== 'sumOverBatchSize' && reduction !== 'mean') return counts;
  return mul(counts, div(mask.size, maximum(sum(counts), 1)));
}

function combined(sampleWeight: Tensor | undefined, counts: Tensor | undefined): Tensor | undefined {
  const weight = sampleWeight === undefined ? undefined : cast(sampleWeight, 'float32');
  if (weight === undefined || counts === undefined) return weight ?? counts;
  const [a, b] = matchRank(counts, weight);
  return mul(a, b);
}

function reduceValues(values: Tensor, weights: Tensor | undefined, reduction: Reduction): Tensor {
  if (reduction === 'none' || values.rank === 0 || (values.rank === 1 && values.size === 0)) return values;
  if (reduction === 'sum' || values.size === 0) return sum(values);
  if (reduction !== 'meanWithSampleWeight' || weights === undefined) return mean(values);
  const total = sum(weights);
  const isZero = equal(total, 0);
  // 0 where the weights sum to 0, and no NaN in the gradient either.
  return div(where(isZero, zerosLike(total), sum(values)), where(isZero, onesLike(total), total));
}
