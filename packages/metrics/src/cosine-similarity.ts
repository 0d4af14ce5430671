import { expectInteger } from '@sixstep/parts';
import { along } from './along.js';
import type { AxisOptions } from './axis-options.js';
import { inverseNorm } from './inverse-norm.js';
import { meanMetric } from './mean-metric.js';
import type { Metric } from './metric.js';
import { readPair } from './pair.js';

/**
 * The cosine of the angle between yTrue and yPred: yTrue . yPred / (|yTrue| |yPred|) along an axis, averaged over all
 * samples so far. 1 is the same direction. Keras' `CosineSimilarity` (the loss of that name is its negative).
 *
 * @param options.axis the last by default
 */
export function cosineSimilarity({ axis = -1, name = 'cosineSimilarity' }: AxisOptions = {}): Metric {
  expectInteger(name, 'axis', axis, { min: Number.MIN_SAFE_INTEGER });
  return meanMetric({
    className: 'CosineSimilarity',
    name,
    direction: 'up',
    config: { axis },
    values: (yTrue, yPred) =>
      along(readPair(yTrue, yPred, name), axis, (t, p, start, length, step) => {
        let [tt, pp] = [0, 0];
        for (let k = 0, i = start; k < length; k++, i += step) {
          tt += t[i]! ** 2;
          pp += p[i]! ** 2;
        }
        const [byT, byP] = [inverseNorm(tt), inverseNorm(pp)];
        let dot = 0;
        for (let k = 0, i = start; k < length; k++, i += step) dot += t[i]! * byT * (p[i]! * byP);
        return dot;
      }),
  });
}
