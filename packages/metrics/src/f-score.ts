import { oneOf, within } from '@sixstep/parts';
import { columnSums } from './column-sums.js';
import { defineMetric } from './define-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { total } from './values.js';

export interface FScoreOptions extends NameOptions {
  readonly average?: 'micro' | 'macro' | 'weighted' | null;
  /** Above 0, at most 1. */
  readonly threshold?: number | null;
}

const EPSILON = 1e-7;

const COUNTS = ['truePositives', 'falsePositives', 'falseNegatives', 'intermediateWeights'] as const;

type Counts = Record<(typeof COUNTS)[number], number[]>;

type Options = FScoreOptions & { readonly beta?: number };

/** `fBetaScore` and `f1Score`, whose options `own` are. */
export function fScore(className: string, options: Options, own: object): Metric<number | readonly number[]> {
  const defaults: { readonly [K in keyof Options]?: unknown } = {
    average: [null, oneOf('micro', 'macro', 'weighted')],
    threshold: [null, within({ above: 0, max: 1 })],
    ...own,
  };
  return defineMetric(className, options, defaults, ({ average, threshold, beta = 1 }) => {
    const limit = threshold === null ? null : Math.fround(threshold);
    const sums = columnSums(
      COUNTS,
      (row) => {
        const most = limit === null ? (row as Float32Array).reduce((a, b) => Math.max(a, b)) : 0;
        return (y, p, w) => {
          const isPredicted = limit === null ? p >= most && Math.abs(p) > 1e-9 : p > limit;
          return isPredicted ? [y * w, (1 - y) * w, 0, y * w] : [0, 0, y * w, y * w];
        };
      },
      average === 'micro',
    );
    return {
      direction: 'up',
      ...sums,
      result({ truePositives, falsePositives, falseNegatives, intermediateWeights }: Counts) {
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
    };
  });
}
