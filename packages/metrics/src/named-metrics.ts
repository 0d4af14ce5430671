import { type MetricLosses, metricLosses } from '@sixstep/losses';
import { accuracy } from './accuracy.js';
import { auc } from './auc.js';
import { binaryAccuracy } from './binary-accuracy.js';
import { binaryIoU } from './binary-io-u.js';
import { categoricalAccuracy } from './categorical-accuracy.js';
import { concordanceCorrelation } from './concordance-correlation.js';
import { cosineSimilarity } from './cosine-similarity.js';
import { fBetaScore } from './f-beta-score.js';
import { f1Score } from './f1-score.js';
import { falseNegatives } from './false-negatives.js';
import { falsePositives } from './false-positives.js';
import { lossMetric, type MetricFactory } from './loss-metric.js';
import { logCoshError } from './log-cosh-error.js';
import type { NameOptions } from './metric.js';
import { mean } from './mean.js';
import { pearsonCorrelation } from './pearson-correlation.js';
import { precision } from './precision.js';
import { r2Score } from './r2-score.js';
import { recall } from './recall.js';
import { rootMeanSquaredError } from './root-mean-squared-error.js';
import { sparseCategoricalAccuracy } from './sparse-categorical-accuracy.js';
import { sparseTopKCategoricalAccuracy } from './sparse-top-k-categorical-accuracy.js';
import { sum } from './sum.js';
import { topKCategoricalAccuracy } from './top-k-categorical-accuracy.js';
import { trueNegatives } from './true-negatives.js';
import { truePositives } from './true-positives.js';

/** The metrics that are the means of losses, with the losses' options. */
export type LossMetrics = {
  readonly [Name in keyof MetricLosses]: MetricLosses[Name] extends (options?: infer Options) => unknown
    ? MetricFactory<NameOptions & Omit<Options, 'reduction'>>
    : never;
};

/** What the table holds. */
export interface NamedMetrics extends LossMetrics {
  readonly accuracy: typeof accuracy;
  readonly binaryAccuracy: typeof binaryAccuracy;
  readonly categoricalAccuracy: typeof categoricalAccuracy;
  readonly sparseCategoricalAccuracy: typeof sparseCategoricalAccuracy;
  readonly topKCategoricalAccuracy: typeof topKCategoricalAccuracy;
  readonly sparseTopKCategoricalAccuracy: typeof sparseTopKCategoricalAccuracy;
  readonly precision: typeof precision;
  readonly recall: typeof recall;
  readonly truePositives: typeof truePositives;
  readonly falsePositives: typeof falsePositives;
  readonly trueNegatives: typeof trueNegatives;
  readonly falseNegatives: typeof falseNegatives;
  readonly auc: typeof auc;
  readonly fBetaScore: typeof fBetaScore;
  readonly f1Score: typeof f1Score;
  readonly rootMeanSquaredError: typeof rootMeanSquaredError;
  readonly logCoshError: typeof logCoshError;
  readonly cosineSimilarity: typeof cosineSimilarity;
  readonly r2Score: typeof r2Score;
  readonly pearsonCorrelation: typeof pearsonCorrelation;
  readonly concordanceCorrelation: typeof concordanceCorrelation;
  readonly binaryIoU: typeof binaryIoU;
  readonly mean: typeof mean;
  readonly sum: typeof sum;
}

const lossMetrics = /* @__PURE__ */ Object.fromEntries(
  /* @__PURE__ */ Object.entries(metricLosses).map(([name, loss]) => [name, lossMetric(loss)]),
) as LossMetrics;

/** The factories of the metrics that need no options, so that a name is enough: the camelCase of Keras'. */
export const namedMetrics: NamedMetrics = {
  ...lossMetrics,
  accuracy,
  binaryAccuracy,
  categoricalAccuracy,
  sparseCategoricalAccuracy,
  topKCategoricalAccuracy,
  sparseTopKCategoricalAccuracy,
  precision,
  recall,
  truePositives,
  falsePositives,
  trueNegatives,
  falseNegatives,
  auc,
  fBetaScore,
  f1Score,
  rootMeanSquaredError,
  logCoshError,
  cosineSimilarity,
  r2Score,
  pearsonCorrelation,
  concordanceCorrelation,
  binaryIoU,
  mean,
  sum,
} as const;
