import { targetLoss } from '@sixstep/losses';
import type { Read } from '@sixstep/parts';
import { cast, type Tensor } from '@tensorflow/tfjs-core';
import { defineMetric } from './define-metric.js';
import { meanOf } from './mean-of.js';
import type { Metric, NameOptions } from './metric.js';
import { read } from './values.js';

/**
 * A metric that is the mean of a formula over all samples so far.
 *
 * @param defaults the options, as `readOptions` takes them
 * @param formula from these to that from yTrue and yPred, both float32, of equal rank and of shapes that fit, to values, one or
 * several for each sample
 * @param result what is said of the mean; itself by default
 */
export const formulaMetric = <
  Options extends NameOptions,
  const Defaults extends { readonly [K in keyof Options]?: unknown },
>(
  className: string,
  direction: 'up' | 'down',
  options: Options,
  defaults: Defaults,
  formula: (config: Read<Options, Defaults>) => (yTrue: Tensor, yPred: Tensor) => Tensor,
  result?: (mean: number) => number,
): Metric =>
  defineMetric(className, options, defaults, (config, place) => {
    const values = targetLoss(place, {}, () => formula(config))({ reduction: 'none' });
    return meanOf(
      direction,
      (yTrue, yPred) => read(values(yTrue.dtype === yPred.dtype ? yTrue : cast(yTrue, yPred.dtype), yPred)),
      result,
    );
  });
