import { confusionCount, type ConfusionCountFactory } from './confusion-count.js';

/**
 * The weighted number of samples that are positive and predicted so. Keras' `TruePositives`.
 *
 * @param options.thresholds a prediction is positive above it; 0.5 by default; a list gives one number for each
 */
export const truePositives: ConfusionCountFactory = /* @__PURE__ */ confusionCount('TruePositives');
