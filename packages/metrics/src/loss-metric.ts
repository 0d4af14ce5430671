import type { Loss } from '@sixstep/losses';
import type { Config } from '@sixstep/parts';
import { type MeanDefinition, meanMetric } from './mean-metric.js';
import type { Metric } from './metric.js';
import { tensorValues } from './tensor-values.js';

/**
 * A metric that is the mean of a loss over all samples so far. Keras' `MeanMetricWrapper` of a loss.
 *
 * @param loss what makes the loss
 * @param config the options that both the loss and the metric have
 */
export function lossMetric<Options extends Config>(
  className: string,
  name: string,
  loss: (options: Options & { readonly reduction: 'none' }) => Loss,
  config: Options = {} as Options,
  weights?: MeanDefinition['weights'],
): Metric {
  const each = loss({ ...config, reduction: 'none' });
  return meanMetric({
    className,
    name,
    direction: 'down',
    config,
    values: (yTrue, yPred) => tensorValues(each, yTrue, yPred),
    weights,
  });
}
