import { logCosh } from '@sixstep/losses';
import { lossMetric } from './loss-metric.js';
import type { Metric, NameOptions } from './metric.js';

/**
 * The logarithm of the hyperbolic cosine of the error: mean of log(cosh(yPred - yTrue)) over the last axis, averaged over
 * all samples so far. Near 0 it is half the squared error, far away the absolute error minus log 2.
 *
 * Keras' `LogCoshError`, whose name in logs is `logcosh`; the loss is `logCosh` of `@sixstep/losses`.
 */
export function logCoshError({ name = 'logcosh' }: NameOptions = {}): Metric {
  return lossMetric('LogCoshError', name, logCosh);
}
