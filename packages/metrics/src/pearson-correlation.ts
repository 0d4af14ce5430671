import { integer } from '@sixstep/parts';
import { div, mean, mul, sqrt, square, sub, type Tensor } from '@tensorflow/tfjs-core';
import type { AxisOptions } from './axis-options.js';
import { formulaMetric } from './formula-metric.js';
import type { Metric } from './metric.js';

/**
 * Pearson's correlation of yTrue and yPred along an axis: cov(t, p) / (std(t) std(p)), averaged over all samples so far; NaN
 * where one of them is constant. Keras' `PearsonCorrelation`.
 *
 * @param options.axis the last by default; 0 correlates over the batch
 */
export function pearsonCorrelation(options: AxisOptions = {}): Metric {
  return formulaMetric('PearsonCorrelation', 'up', options, { axis: [-1, integer] }, ({ axis }) => {
    const normalized = (x: Tensor): Tensor => {
      const deviation = sub(x, mean(x, axis, true));
      return div(deviation, sqrt(mean(square(deviation), axis, true)));
    };
    return (yTrue, yPred) => mean(mul(normalized(yTrue), normalized(yPred)), axis);
  });
}
