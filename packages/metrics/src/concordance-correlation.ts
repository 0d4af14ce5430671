import { expectInteger } from '@sixstep/parts';
import { along } from './along.js';
import type { AxisOptions } from './axis-options.js';
import { meanMetric } from './mean-metric.js';
import type { Metric } from './metric.js';
import { moments } from './moments.js';
import { readPair } from './pair.js';

/**
 * Lin's concordance correlation of yTrue and yPred along an axis:
 * 2 cov(t, p) / (var(t) + var(p) + (mean(t) - mean(p))^2 + 1e-7), averaged over all samples so far. 1 is on the line t = p.
 *
 * Lin 1989, "A concordance correlation coefficient to evaluate reproducibility". Keras' `ConcordanceCorrelation`.
 *
 * @param options.axis the last by default; 0 correlates over the batch
 */
export function concordanceCorrelation({ axis = -1, name = 'concordanceCorrelation' }: AxisOptions = {}): Metric {
  expectInteger(name, 'axis', axis, { min: Number.MIN_SAFE_INTEGER });
  return meanMetric({
    className: 'ConcordanceCorrelation',
    name,
    direction: 'up',
    config: { axis },
    values: (yTrue, yPred) =>
      along(readPair(yTrue, yPred, name), axis, (...line) => {
        const { meanT, meanP, varT, varP, covariance } = moments(...line);
        return (2 * covariance) / (varT + varP + (meanT - meanP) ** 2 + 1e-7);
      }),
  });
}
