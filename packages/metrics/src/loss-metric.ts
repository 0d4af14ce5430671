import type { Loss, LossOptions } from '@sixstep/losses';
import type { Described } from '@sixstep/parts';
import { defineMetric } from './define-metric.js';
import { meanOf } from './mean-of.js';
import type { Metric, NameOptions } from './metric.js';
import { read } from './values.js';

/** What makes a metric of its options. */
export type MetricFactory<Options extends NameOptions = NameOptions> = (options?: Options) => Metric;

/**
 * What makes metrics that are the mean of a loss over all samples so far, with the options of the loss. Keras'
 * `MeanMetricWrapper` of a loss. Labels that the loss ignores count nothing where samples are weighed.
 *
 * @param make what makes the loss
 * @param named the class and the name, if they are not the loss' own
 */
export const lossMetric =
  <Options extends NameOptions>(
    make: (options: LossOptions) => Loss & Described,
    named: { readonly className?: string; readonly name?: string } = {},
  ): MetricFactory<Options> =>
  (options) => {
    const loss = make({ ...options, reduction: 'none' });
    const { className = loss.className, name } = named;
    const { reduction, ...config } = loss.config;
    const { ignoreClass = null } = config;
    return defineMetric(className, { name, ...options }, config, () =>
      meanOf('down', (yTrue, yPred) => ({
        ...read(loss(yTrue, yPred)),
        mask: ignoreClass === null ? undefined : read(yTrue).data.map((label) => (label === ignoreClass ? 0 : 1)),
      })),
    );
  };
