import { namedMetrics } from './named-metrics.js';
import type { Metric } from './metric.js';

/** Names whose meaning depends on the shapes. */
export type ShapeDependentName = 'accuracy' | 'acc' | 'crossentropy' | 'ce';

/** Which kind of labels these are: `'binary'`, `'sparse'` (class numbers) or `'categorical'` (one-hot). */
export function labelKind(
  yTrueShape: readonly number[],
  yPredShape: readonly number[],
): 'binary' | 'sparse' | 'categorical' {
  const [lastTrue, lastPred] = [yTrueShape.at(-1), yPredShape.at(-1)];
  if (lastPred === 1) return 'binary';
  return yTrueShape.length < yPredShape.length || (lastTrue === 1 && lastPred! > 1) ? 'sparse' : 'categorical';
}

/**
 * The metric that `'accuracy'` (or `'acc'`, `'crossentropy'`, `'ce'`) means for these shapes, called like that: binary if
 * predictions have a last dimension of 1; sparse if labels have a lower rank or a last dimension of 1; else categorical. As
 * in Keras' `compile`.
 */
export function accuracyFor(name: string, yTrueShape: readonly number[], yPredShape: readonly number[]): Metric {
  const family = /^acc/i.test(name) ? 'Accuracy' : 'Crossentropy';
  const kind = labelKind(yTrueShape, yPredShape);
  return namedMetrics[`${kind === 'sparse' ? 'sparseCategorical' : kind}${family}`]({ name });
}
