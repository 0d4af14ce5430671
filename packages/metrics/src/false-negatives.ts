import { confusionCount, type ConfusionCountFactory } from './confusion-count.js';

/**
 * The weighted number of samples that are positive and predicted negative. Keras' `FalseNegatives`.
 *
 * @param options.thresholds a prediction is positive above it; 0.5 by default; a list gives one number for each
 */
export const falseNegatives: ConfusionCountFactory = /* @__PURE__ */ confusionCount('FalseNegatives');
