import { accuracy } from './accuracy.js';
import { auc } from './auc.js';
import { binaryAccuracy } from './binary-accuracy.js';
import { binaryCrossentropy } from './binary-crossentropy.js';
import { binaryIoU } from './binary-io-u.js';
import { categoricalAccuracy } from './categorical-accuracy.js';
import { categoricalCrossentropy } from './categorical-crossentropy.js';
import { categoricalHinge } from './categorical-hinge.js';
import { concordanceCorrelation } from './concordance-correlation.js';
import { cosineSimilarity } from './cosine-similarity.js';
import { fBetaScore } from './f-beta-score.js';
import { f1Score } from './f1-score.js';
import { falseNegatives } from './false-negatives.js';
import { falsePositives } from './false-positives.js';
import { hinge } from './hinge.js';
import { klDivergence } from './kl-divergence.js';
import { logCoshError } from './log-cosh-error.js';
import { mean } from './mean.js';
import { meanAbsoluteError } from './mean-absolute-error.js';
import { meanAbsolutePercentageError } from './mean-absolute-percentage-error.js';
import { meanSquaredError } from './mean-squared-error.js';
import { meanSquaredLogarithmicError } from './mean-squared-logarithmic-error.js';
import { pearsonCorrelation } from './pearson-correlation.js';
import { poisson } from './poisson.js';
import { precision } from './precision.js';
import { r2Score } from './r2-score.js';
import { recall } from './recall.js';
import { rootMeanSquaredError } from './root-mean-squared-error.js';
import { sparseCategoricalAccuracy } from './sparse-categorical-accuracy.js';
import { sparseCategoricalCrossentropy } from './sparse-categorical-crossentropy.js';
import { sparseTopKCategoricalAccuracy } from './sparse-top-k-categorical-accuracy.js';
import { squaredHinge } from './squared-hinge.js';
import { sum } from './sum.js';
import { topKCategoricalAccuracy } from './top-k-categorical-accuracy.js';
import { trueNegatives } from './true-negatives.js';
import { truePositives } from './true-positives.js';

/** What the table holds; the last are Keras' short names. */
export interface NamedMetrics {
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
  readonly meanSquaredError: typeof meanSquaredError;
  readonly rootMeanSquaredError: typeof rootMeanSquaredError;
  readonly meanAbsoluteError: typeof meanAbsoluteError;
  readonly meanAbsolutePercentageError: typeof meanAbsolutePercentageError;
  readonly meanSquaredLogarithmicError: typeof meanSquaredLogarithmicError;
  readonly logCoshError: typeof logCoshError;
  readonly cosineSimilarity: typeof cosineSimilarity;
  readonly r2Score: typeof r2Score;
  readonly pearsonCorrelation: typeof pearsonCorrelation;
  readonly concordanceCorrelation: typeof concordanceCorrelation;
  readonly binaryCrossentropy: typeof binaryCrossentropy;
  readonly categoricalCrossentropy: typeof categoricalCrossentropy;
  readonly sparseCategoricalCrossentropy: typeof sparseCategoricalCrossentropy;
  readonly klDivergence: typeof klDivergence;
  readonly poisson: typeof poisson;
  readonly hinge: typeof hinge;
  readonly squaredHinge: typeof squaredHinge;
  readonly categoricalHinge: typeof categoricalHinge;
  readonly binaryIoU: typeof binaryIoU;
  readonly mean: typeof mean;
  readonly sum: typeof sum;
  readonly mse: typeof meanSquaredError;
  readonly mae: typeof meanAbsoluteError;
  readonly mape: typeof meanAbsolutePercentageError;
  readonly msle: typeof meanSquaredLogarithmicError;
  readonly bce: typeof binaryCrossentropy;
}

/** The factories of the metrics that need no options, so that a name is enough: the camelCase of Keras'. */
export const namedMetrics: NamedMetrics = {
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
  meanSquaredError,
  rootMeanSquaredError,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanSquaredLogarithmicError,
  logCoshError,
  cosineSimilarity,
  r2Score,
  pearsonCorrelation,
  concordanceCorrelation,
  binaryCrossentropy,
  categoricalCrossentropy,
  sparseCategoricalCrossentropy,
  klDivergence,
  poisson,
  hinge,
  squaredHinge,
  categoricalHinge,
  binaryIoU,
  mean,
  sum,
  mse: meanSquaredError,
  mae: meanAbsoluteError,
  mape: meanAbsolutePercentageError,
  msle: meanSquaredLogarithmicError,
  bce: binaryCrossentropy,
} as const;
