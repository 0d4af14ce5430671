import { cosineSimilarity as loss } from '@sixstep/losses';
import { integer } from '@sixstep/parts';
import { neg } from '@tensorflow/tfjs-core';
import type { AxisOptions } from './axis-options.js';
import { formulaMetric } from './formula-metric.js';
import type { Metric } from './metric.js';

/**
 * The cosine of the angle between yTrue and yPred: yTrue . yPred / (|yTrue| |yPred|) along an axis, averaged over all
 * samples so far. 1 is the same direction. Keras' `CosineSimilarity` (the loss of that name is its negative).
 *
 * @param options.axis the last by default
 */
export function cosineSimilarity(options: AxisOptions = {}): Metric {
  return formulaMetric('CosineSimilarity', 'up', options, { axis: [-1, integer] }, ({ axis }) => {
    const negative = loss({ axis, reduction: 'none' });
    return (yTrue, yPred) => neg(negative(yTrue, yPred));
  });
}
