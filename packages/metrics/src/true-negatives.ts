import { confusionCount, type ConfusionCountFactory } from './confusion-count.js';

/**
 * The weighted number of samples that are negative and predicted so. Keras' `TrueNegatives`.
 *
 * @param options.thresholds a prediction is positive above it; 0.5 by default; a list gives one number for each
 */
export const trueNegatives: ConfusionCountFactory = /* @__PURE__ */ confusionCount('TrueNegatives');
