import { logCosh } from '@sixstep/losses';
import { lossMetric, type MetricFactory } from './loss-metric.js';

/**
 * The logarithm of the hyperbolic cosine of the error: mean of log(cosh(yPred - yTrue)) over the last axis, averaged over
 * all samples so far. Near 0 it is half the squared error, far away the absolute error minus log 2.
 *
 * Keras' `LogCoshError`, whose name in logs is `logcosh`; the loss is `logCosh` of `@sixstep/losses`.
 */
export const logCoshError: MetricFactory = /* @__PURE__ */ lossMetric(logCosh, {
  className: 'LogCoshError',
  name: 'logcosh',
});
