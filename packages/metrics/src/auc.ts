import { each, expectInteger, expectShape, fraction, integerFrom, oneOf } from '@sixstep/parts';
import { area, type Curve, CURVES, HEIGHTS, type SummationMethod } from './area.js';
import type { Batch } from './batch.js';
import type { Cells } from './confusion.js';
import { confusionOf } from './confusion-of.js';
import { defineMetric } from './define-metric.js';
import { divide } from './divide.js';
import type { Metric, NameOptions } from './metric.js';
import { evenThresholds } from './thresholds.js';
import { type Numbers, total } from './values.js';

export interface AucOptions extends NameOptions {
  readonly numThresholds?: number;
  readonly curve?: Curve | 'roc' | 'pr' | 'prgain';
  readonly summationMethod?: SummationMethod;
  /** Thresholds of your own in [0, 1], instead of `numThresholds` even ones; 0 and 1 are added. */
  readonly thresholds?: readonly number[] | null;
  /** Whether each label's area is computed apart, and their mean given. */
  readonly multiLabel?: boolean;
  /** With `multiLabel`: how many labels there are, if the state is wanted before the first batch. */
  readonly numLabels?: number | null;
  /** How much each label counts. */
  readonly labelWeights?: readonly number[] | null;
  readonly fromLogits?: boolean;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Weights of labels, the columns, times those of samples. */
function weighLabels({ shape, predictions, weights }: Batch, labelWeights: readonly number[], place: string): Numbers {
  const labels = labelWeights.length;
  expectShape(place, 'labelWeights', [labels], shape.slice(-1));
  return Float32Array.from(predictions, (_, i) => labelWeights[i % labels]! * (weights?.[i] ?? 1));
}

/**
 * The area under a curve: of true positives over false positives (`'ROC'`: how likely a positive sample is ranked above a
 * negative one), of precision over recall (`'PR'`), or of precision gain over recall gain (`'PRGAIN'`, Flach and Kull 2015).
 * It is a sum over thresholds, exact as far as those tell predictions apart. Keras' `AUC`.
 *
 * @param options.numThresholds 200 by default
 * @param options.curve `'ROC'` by default
 * @param options.summationMethod `'interpolation'` (default; for PR that of Davis and Goadrich 2006), `'minoring'` or
 * `'majoring'`: the lower or the upper sum
 * @param options.fromLogits whether a sigmoid is to be taken of yPred; false by default
 */
export function auc(options: AucOptions = {}): Metric {
  const { curve: spelt, thresholds: own } = options;
  const given = {
    ...options,
    curve: spelt?.toUpperCase(),
    numThresholds: own ? own.length + 2 : options.numThresholds,
  };
  const defaults = {
    numThresholds: [200, integerFrom(2)],
    curve: ['ROC', oneOf(...Object.keys(CURVES))],
    summationMethod: ['interpolation', oneOf(...Object.keys(HEIGHTS))],
    thresholds: [null, each(fraction)],
    multiLabel: false,
    numLabels: [null, expectInteger],
    labelWeights: null,
    fromLogits: false,
  } as const;
  return defineMetric('AUC', given as AucOptions, defaults, (config, name) => {
    const { numThresholds, curve, summationMethod, multiLabel, numLabels, labelWeights, fromLogits } = config;
    if (numLabels !== null && !multiLabel) {
      throw new Error(`${name}: expected multiLabel with numLabels, received false.`);
    }
    const inner = own ? [...own].sort((a, b) => a - b) : evenThresholds(numThresholds).slice(1, -1);
    return confusionOf<Cells, number>({
      direction: 'up',
      thresholds: [-1e-7, ...inner, 1 + 1e-7],
      even: own ? undefined : true,
      columns: multiLabel ? (numLabels ?? 0) : undefined,
      prepare: (batch, place) => ({
        ...batch,
        predictions: fromLogits ? Float32Array.from(batch.predictions, sigmoid) : batch.predictions,
        weights: labelWeights === null || multiLabel ? batch.weights : weighLabels(batch, labelWeights, place),
      }),
      keep: (cells) => cells,
      result(cells) {
        const columns = cells.truePositives.length / numThresholds;
        const areas = Array.from({ length: columns }, (_, column) =>
          area(cells, columns, column, curve as Curve, summationMethod),
        );
        const weights = (multiLabel && labelWeights) || areas.map(() => 1);
        return divide(total(areas.map((value, column) => value * weights[column]!)), total(weights));
      },
    });
  });
}
