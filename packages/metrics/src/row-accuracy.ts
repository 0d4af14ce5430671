import { expectShape } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Additive } from './define-metric.js';
import { meanOf } from './mean-of.js';
import { perRow } from './per-row.js';
import { type Numbers, read, sizeOf, type Values } from './values.js';

const HINT = 'Integer labels are for the sparse accuracies, one-hot labels for the others.';

/**
 * What makes the share of rows of yPred that are right; a row holds the predictions for all classes.
 *
 * @param labelsOf the labels that yTrue holds, one for each row
 * @param isRight whether a row of predictions is right for a label
 */
export const rowAccuracy = (
  labelsOf: (yTrue: Tensor) => Values,
  isRight: (label: number, data: Numbers, start: number, end: number) => boolean,
): Additive<{ total: number; count: number }, number> =>
  meanOf('up', (yTrue, yPred, place) => {
    const [labels, predictions] = [labelsOf(yTrue), read(yPred)];
    const rows = predictions.shape.slice(0, -1);
    const fits = (): boolean => labels.data.length === sizeOf(rows) && labels.shape.length >= rows.length;
    expectShape(place, 'yTrue', labels.shape, rows, HINT, fits);
    return perRow(predictions, (data, start, end, row) => (isRight(labels.data[row]!, data, start, end) ? 1 : 0));
  });
