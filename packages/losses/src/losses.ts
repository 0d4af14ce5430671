import { binaryCrossentropy } from './binary-crossentropy.js';
import { binaryFocalCrossentropy } from './binary-focal-crossentropy.js';
import { categoricalCrossentropy } from './categorical-crossentropy.js';
import { categoricalFocalCrossentropy } from './categorical-focal-crossentropy.js';
import { categoricalGeneralizedCrossEntropy } from './categorical-generalized-cross-entropy.js';
import { categoricalHinge } from './categorical-hinge.js';
import { circle } from './circle.js';
import { cosineSimilarity } from './cosine-similarity.js';
import { dice } from './dice.js';
import { hinge } from './hinge.js';
import { huber } from './huber.js';
import { klDivergence } from './kl-divergence.js';
import { logCosh } from './log-cosh.js';
import { meanAbsoluteError } from './mean-absolute-error.js';
import { meanAbsolutePercentageError } from './mean-absolute-percentage-error.js';
import { meanSquaredError } from './mean-squared-error.js';
import { meanSquaredLogarithmicError } from './mean-squared-logarithmic-error.js';
import { poisson } from './poisson.js';
import { sparseCategoricalCrossentropy } from './sparse-categorical-crossentropy.js';
import { squaredHinge } from './squared-hinge.js';
import { tversky } from './tversky.js';

/** What the table of losses that are metrics, too, holds. */
export interface MetricLosses {
  readonly meanSquaredError: typeof meanSquaredError;
  readonly mse: typeof meanSquaredError;
  readonly MSE: typeof meanSquaredError;
  readonly meanAbsoluteError: typeof meanAbsoluteError;
  readonly mae: typeof meanAbsoluteError;
  readonly MAE: typeof meanAbsoluteError;
  readonly meanAbsolutePercentageError: typeof meanAbsolutePercentageError;
  readonly mape: typeof meanAbsolutePercentageError;
  readonly MAPE: typeof meanAbsolutePercentageError;
  readonly meanSquaredLogarithmicError: typeof meanSquaredLogarithmicError;
  readonly msle: typeof meanSquaredLogarithmicError;
  readonly MSLE: typeof meanSquaredLogarithmicError;
  readonly cosineSimilarity: typeof cosineSimilarity;
  readonly hinge: typeof hinge;
  readonly squaredHinge: typeof squaredHinge;
  readonly categoricalHinge: typeof categoricalHinge;
  readonly klDivergence: typeof klDivergence;
  readonly kld: typeof klDivergence;
  readonly KLD: typeof klDivergence;
  readonly poisson: typeof poisson;
  readonly binaryCrossentropy: typeof binaryCrossentropy;
  readonly bce: typeof binaryCrossentropy;
  readonly BCE: typeof binaryCrossentropy;
  readonly categoricalCrossentropy: typeof categoricalCrossentropy;
  readonly sparseCategoricalCrossentropy: typeof sparseCategoricalCrossentropy;
}

/** What the table of all losses holds. */
export interface Losses extends MetricLosses {
  readonly huber: typeof huber;
  readonly logCosh: typeof logCosh;
  readonly binaryFocalCrossentropy: typeof binaryFocalCrossentropy;
  readonly categoricalFocalCrossentropy: typeof categoricalFocalCrossentropy;
  readonly categoricalGeneralizedCrossEntropy: typeof categoricalGeneralizedCrossEntropy;
  readonly dice: typeof dice;
  readonly tversky: typeof tversky;
  readonly circle: typeof circle;
}

/** The factories of the losses whose mean is also a metric of Keras, by name and by the short names that Keras gives them. */
export const metricLosses: MetricLosses = {
  meanSquaredError,
  mse: meanSquaredError,
  MSE: meanSquaredError,
  meanAbsoluteError,
  mae: meanAbsoluteError,
  MAE: meanAbsoluteError,
  meanAbsolutePercentageError,
  mape: meanAbsolutePercentageError,
  MAPE: meanAbsolutePercentageError,
  meanSquaredLogarithmicError,
  msle: meanSquaredLogarithmicError,
  MSLE: meanSquaredLogarithmicError,
  cosineSimilarity,
  hinge,
  squaredHinge,
  categoricalHinge,
  klDivergence,
  kld: klDivergence,
  KLD: klDivergence,
  poisson,
  binaryCrossentropy,
  bce: binaryCrossentropy,
  BCE: binaryCrossentropy,
  categoricalCrossentropy,
  sparseCategoricalCrossentropy,
} as const;

/** All factories of losses by name. */
export const losses: Losses = {
  ...metricLosses,
  huber,
  logCosh,
  binaryFocalCrossentropy,
  categoricalFocalCrossentropy,
  categoricalGeneralizedCrossEntropy,
  dice,
  tversky,
  circle,
} as const;

export type LossName = keyof Losses;
