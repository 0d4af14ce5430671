import type { Described } from '@sixstep/parts';
import { div, log, mul, sum } from '@tensorflow/tfjs-core';
import { clip } from './clip.js';
import { epsilon } from './epsilon.js';
import { expectBroadcast } from './expect-shapes.js';
import { floatTargets } from './float-targets.js';
import type { Loss } from './loss.js';
import { type LossOptions, makeLoss } from './make-loss.js';

/**
 * The Kullback-Leibler divergence sum(yTrue * log(yTrue / yPred)) over the last axis, of probabilities that are first
 * clipped to [1e-7, 1].
 *
 * @throws Error if targets, predictions or weights do not fit each other
 * @source Kullback and Leibler 1951, https://doi.org/10.1214/aoms/1177729694
 */
export function klDivergence(options: LossOptions = {}): Loss & Described {
  const place = 'klDivergence';
  return makeLoss(options, {
    place,
    className: 'KLDivergence',
    config: {},
    perSample: (yTrue, yPred) => {
      expectBroadcast(place, yTrue, yPred);
      const targets = clip(floatTargets(yTrue), epsilon, 1);
      return sum(mul(targets, log(div(targets, clip(yPred, epsilon, 1)))), -1);
    },
  });
}
