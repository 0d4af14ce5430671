import { type Config, expectNumber, expectOneOf, formatShape } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import { createMetric } from './create-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { sized } from './sized.js';
import { read, sameShape, total } from './values.js';

export interface FScoreOptions extends NameOptions {
  readonly average?: 'micro' | 'macro' | 'weighted' | null;
  /** Above 0, at most 1. */
  readonly threshold?: number | null;
}

const EPSILON = 1e-7;

/** Whether each class of a row is predicted. */
function predicted(
  data: ArrayLike<number>,
  start: number,
  classes: number,
  threshold: number | null,
): (c: number) => boolean {
  if (threshold !== null) return (c) => data[start + c]! > threshold;
  let most = -Infinity;
  for (let c = 0; c < classes; c++) most = Math.max(most, data[start + c]!);
  return (c) => data[start + c]! >= most && Math.abs(data[start + c]!) > 1e-9;
}

/** `fBetaScore` and `f1Score`. */
export function fScore(
  className: string,
  beta: number,
  extra: Config,
  { average = null, threshold = null, name = '' }: FScoreOptions,
): Metric<number | readonly number[]> {
  if (average !== null) expectOneOf(name, 'average', average, ['micro', 'macro', 'weighted']);
  if (threshold !== null) expectNumber(name, 'threshold', threshold, { above: 0, max: 1 });
  const limit = threshold === null ? null : Math.fround(threshold);
  return createMetric({
    className,
    name,
    direction: 'up',
    config: { average, ...extra, threshold },
    start: () => ({
      truePositives: [] as number[],
      falsePositives: [] as number[],
      falseNegatives: [] as number[],
      intermediateWeights: [] as number[],
    }),
    update(state, labels, predictions, sampleWeight) {
      const [t, p, w] = [read(labels), read(predictions), sampleWeight && read(sampleWeight)];
      const [rows, classes] = expectShapes(name, labels, predictions, sampleWeight);
      for (const key of Object.keys(state) as (keyof typeof state)[]) {
        state[key] = sized(state[key], average === 'micro' ? 1 : classes, name);
      }
      for (let row = 0; row < rows; row++) {
        const [start, weight] = [row * classes, w === undefined ? 1 : w.data[w.data.length === 1 ? 0 : row]!];
        const isPredicted = predicted(p.data, start, classes, limit);
        for (let c = 0; c < classes; c++) {
          const [y, yes, to] = [t.data[start + c]!, isPredicted(c) ? 1 : 0, average === 'micro' ? 0 : c];
          state.truePositives[to]! += yes * y * weight;
          state.falsePositives[to]! += yes * (1 - y) * weight;
          state.falseNegatives[to]! += (1 - yes) * y * weight;
          state.intermediateWeights[to]! += y * weight;
        }
      }
    },
    result({ truePositives, falsePositives, falseNegatives, intermediateWeights }) {
      const scores = truePositives.map((tp, c) => {
        const precision = tp / (tp + falsePositives[c]! + EPSILON);
        const recall = tp / (tp + falseNegatives[c]! + EPSILON);
        return ((precision * recall) / (beta ** 2 * precision + recall + EPSILON)) * (1 + beta ** 2);
      });
      if (average === null) return scores;
      if (average !== 'weighted') return total(scores) / scores.length;
      const all = total(intermediateWeights) + EPSILON;
      return total(scores.map((score, c) => (score * intermediateWeights[c]!) / all));
    },
  });
}

function expectShapes(
  name: string,
  { shape: t }: Tensor,
  { shape: p }: Tensor,
  w: Tensor | undefined,
): [number, number] {
  if (t.length !== 2 || !sameShape(t, p)) {
    throw new Error(
      `${name}: expected yTrue and yPred of the same shape [batch, classes], received ${formatShape(t)} and ${formatShape(p)}.`,
    );
  }
  if (w !== undefined && !(w.shape.length === 1 && (w.shape[0] === t[0] || w.shape[0] === 1))) {
    throw new Error(`${name}: expected sampleWeight of shape [${t[0]!}], received ${formatShape(w.shape)}.`);
  }
  return [t[0]!, t[1]!];
}
