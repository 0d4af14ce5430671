export { customLoss, type PerSample } from './custom-loss.js';
export type { LossFactory } from './define-loss.js';
export { getLoss } from './get-loss.js';
export type { Loss, Reduction } from './loss.js';
export { type LossName, type Losses, losses, metricLosses, type MetricLosses } from './losses.js';
export type { LossOptions, Masked, SampleLosses } from './make-loss.js';
export { matchRank } from './match-rank.js';
export type { OverlapAxes } from './overlap-axes.js';
export { binaryCrossentropy, type BinaryCrossentropyOptions } from './binary-crossentropy.js';
export { binaryFocalCrossentropy, type BinaryFocalCrossentropyOptions } from './binary-focal-crossentropy.js';
export { categoricalCrossentropy, type CategoricalCrossentropyOptions } from './categorical-crossentropy.js';
export {
  categoricalFocalCrossentropy,
  type CategoricalFocalCrossentropyOptions,
} from './categorical-focal-crossentropy.js';
export {
  categoricalGeneralizedCrossEntropy,
  type CategoricalGeneralizedCrossEntropyOptions,
} from './categorical-generalized-cross-entropy.js';
export { categoricalHinge } from './categorical-hinge.js';
export { circle, type CircleOptions } from './circle.js';
export { cosineSimilarity, type CosineSimilarityOptions } from './cosine-similarity.js';
export { dice, type DiceOptions } from './dice.js';
export { hinge } from './hinge.js';
export { huber, type HuberOptions } from './huber.js';
export { klDivergence } from './kl-divergence.js';
export { logCosh } from './log-cosh.js';
export { meanAbsoluteError } from './mean-absolute-error.js';
export { meanAbsolutePercentageError } from './mean-absolute-percentage-error.js';
export { meanSquaredError } from './mean-squared-error.js';
export { meanSquaredLogarithmicError } from './mean-squared-logarithmic-error.js';
export { poisson } from './poisson.js';
export {
  sparseCategoricalCrossentropy,
  type SparseCategoricalCrossentropyOptions,
} from './sparse-categorical-crossentropy.js';
export { squaredHinge } from './squared-hinge.js';
export { targetLoss } from './target-loss.js';
export { tversky, type TverskyOptions } from './tversky.js';
