import { expectInteger, expectNumber, expectOneOf, formatShape } from '@sixstep/parts';
import { area, type Curve, type SummationMethod } from './area.js';
import { broadcast } from './broadcast.js';
import { addConfusion, type Cells, emptyCells } from './confusion.js';
import { type ConfusionInputs, confusionInputs } from './confusion-inputs.js';
import { createMetric } from './create-metric.js';
import { divide } from './divide.js';
import type { Metric, NameOptions } from './metric.js';
import { sized } from './sized.js';
import { areEven, evenThresholds } from './thresholds.js';
import { total } from './values.js';

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

const sigmoid = (logits: ArrayLike<number>): ArrayLike<number> =>
  Float32Array.from(logits, (x) => 1 / (1 + Math.exp(-x)));

/** Weights of labels times weights of samples. */
function withLabelWeights(inputs: ConfusionInputs, labelWeights: readonly number[], place: string): ConfusionInputs {
  const byLabel = broadcast(
    { data: labelWeights, shape: [1, labelWeights.length] },
    inputs.shape,
    place,
    'labelWeights',
  );
  const weights = Float32Array.from(byLabel, (weight, i) => weight * (inputs.weights?.[i] ?? 1));
  return { ...inputs, weights };
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
export function auc({
  numThresholds: given = 200,
  curve: spelt = 'ROC',
  summationMethod = 'interpolation',
  thresholds: own = null,
  multiLabel = false,
  numLabels = null,
  labelWeights = null,
  fromLogits = false,
  name = 'auc',
}: AucOptions = {}): Metric {
  const curve = expectOneOf(name, 'curve', spelt.toUpperCase(), ['ROC', 'PR', 'PRGAIN']);
  expectOneOf(name, 'summationMethod', summationMethod, ['interpolation', 'minoring', 'majoring']);
  expectInteger(name, 'numThresholds', given, { min: 2 });
  own?.forEach((threshold) => expectNumber(name, 'thresholds', threshold, { min: 0, max: 1 }));
  if (numLabels !== null) expectInteger(name, 'numLabels', numLabels);
  if (numLabels !== null && !multiLabel) {
    throw new Error(
      `${name}: expected numLabels only with multiLabel, received ${numLabels}. Pass multiLabel: true or leave it out.`,
    );
  }
  const inner = own === null ? evenThresholds(given).slice(1, -1) : [...own].sort((a, b) => a - b);
  const cuts = { thresholds: [-1e-7, ...inner, 1 + 1e-7], even: own === null || areEven([0, ...inner, 1]) };
  const n = cuts.thresholds.length;
  const config = {
    numThresholds: n,
    curve,
    summationMethod,
    thresholds: own,
    multiLabel,
    numLabels,
    labelWeights,
    fromLogits,
  };
  return createMetric({
    className: 'AUC',
    name,
    direction: 'up',
    config,
    start: () => emptyCells(multiLabel ? n * (numLabels ?? 0) : n),
    update(state, yTrue, yPred, sampleWeight) {
      const raw = confusionInputs(yTrue, yPred, sampleWeight, {}, name);
      const plain = fromLogits ? { ...raw, predictions: sigmoid(raw.predictions) } : raw;
      if (!multiLabel) {
        addConfusion(state, labelWeights === null ? plain : withLabelWeights(plain, labelWeights, name), cuts, 1);
        return;
      }
      if (plain.shape.length !== 2) {
        throw new Error(
          `${name}: expected yPred of shape [batch, labels] for multiLabel, received ${formatShape(plain.shape)}.`,
        );
      }
      const columns = plain.shape[1]!;
      for (const key of Object.keys(state) as (keyof Cells)[]) state[key] = sized(state[key], n * columns, name);
      addConfusion(state, plain, cuts, columns);
    },
    result(state) {
      const columns = state.truePositives.length / n;
      const areas = Array.from({ length: columns }, (_, column) =>
        area(state, columns, column, curve, summationMethod),
      );
      if (!multiLabel) return areas[0]!;
      if (labelWeights === null) return total(areas) / columns;
      return divide(total(areas.map((value, column) => value * labelWeights[column]!)), total(labelWeights));
    },
  });
}
