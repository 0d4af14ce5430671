import { expectInteger } from '@sixstep/parts';
import { along } from './along.js';
import type { AxisOptions } from './axis-options.js';
import { meanMetric } from './mean-metric.js';
import type { Metric } from './metric.js';
import { moments } from './moments.js';
import { readPair } from './pair.js';

/**
 * Pearson's correlation of yTrue and yPred along an axis: cov(t, p) / (std(t) std(p)), averaged over all samples so far; NaN
 * where one of them is constant. Keras' `PearsonCorrelation`.
 *
 * @param options.axis the last by default; 0 correlates over the batch
 */
export function pearsonCorrelation({ axis = -1, name = 'pearsonCorrelation' }: AxisOptions = {}): Metric {
  expectInteger(name, 'axis', axis, { min: Number.MIN_SAFE_INTEGER });
  return meanMetric({
    className: 'PearsonCorrelation',
    name,
    direction: 'up',
    config: { axis },
    values: (yTrue, yPred) =>
      along(readPair(yTrue, yPred, name), axis, (...line) => {
        const { varT, varP, covariance } = moments(...line);
        // Deviations divided by an infinite standard deviation are 0.
        return varT === Infinity || varP === Infinity ? 0 : covariance / (Math.sqrt(varT) * Math.sqrt(varP));
      }),
  });
}
