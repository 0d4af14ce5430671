import { integer } from '@sixstep/parts';
import { add, div, mean, mul, square, squaredDifference, sub } from '@tensorflow/tfjs-core';
import type { AxisOptions } from './axis-options.js';
import { formulaMetric } from './formula-metric.js';
import type { Metric } from './metric.js';

/**
 * Lin's concordance correlation of yTrue and yPred along an axis:
 * 2 cov(t, p) / (var(t) + var(p) + (mean(t) - mean(p))^2 + 1e-7), averaged over all samples so far. 1 is on the line t = p.
 *
 * Lin 1989, "A concordance correlation coefficient to evaluate reproducibility". Keras' `ConcordanceCorrelation`.
 *
 * @param options.axis the last by default; 0 correlates over the batch
 */
export function concordanceCorrelation(options: AxisOptions = {}): Metric {
  return formulaMetric(
    'ConcordanceCorrelation',
    'up',
    options,
    { axis: [-1, integer] },
    ({ axis }) =>
      (yTrue, yPred) => {
        const [meanT, meanP] = [mean(yTrue, axis, true), mean(yPred, axis, true)];
        const [t, p] = [sub(yTrue, meanT), sub(yPred, meanP)];
        const spread = add(add(square(t), square(p)), squaredDifference(meanT, meanP));
        return div(mul(mean(mul(t, p), axis), 2), add(mean(spread, axis), 1e-7));
      },
  );
}
