import { logCosh } from '@sixstep/losses';
import { meanMetric } from './mean-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { tensorValues } from './tensor-values.js';

/**
 * The logarithm of the hyperbolic cosine of the error: mean of log(cosh(yPred - yTrue)) over the last axis, averaged over
 * all samples so far. Near 0 it is half the squared error, far away the absolute error minus log 2.
 *
 * Keras' `LogCoshError`, whose name in logs is `logcosh`; the loss is `logCosh` of `@sixstep/losses`.
 */
export function logCoshError({ name = 'logcosh' }: NameOptions = {}): Metric {
  const each = logCosh({ reduction: 'none' });
  return meanMetric({
    className: 'LogCoshError',
    name,
    direction: 'down',
    values: (yTrue, yPred) => tensorValues(each, yTrue, yPred),
  });
}
