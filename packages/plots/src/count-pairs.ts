import type { ArrayData } from './array-data.js';
import { type Labels, labelsOf } from './labels-of.js';

/**
 * How often each pair of true and predicted class occurs, shape [classes, classes].
 *
 * @param least at least as many classes as this, for those that do not occur
 * @throws Error if one of both is missing, or they are not equally many
 */
export function countPairs(
  place: string,
  yTrue: Labels | undefined,
  yPred: Labels | undefined,
  least: number,
): ArrayData {
  if (yTrue === undefined || yPred === undefined) {
    throw new Error(
      `${place}: expected either matrix or both yTrue and yPred. ` +
        `Pass e.g. confusionMatrix({ yTrue: test.y, yPred: await model.predict(test.x) }).`,
    );
  }
  const rows = labelsOf(place, 'yTrue', yTrue);
  const columns = labelsOf(place, 'yPred', yPred);
  if (rows.length !== columns.length || rows.length === 0) {
    throw new Error(
      `${place}: expected as many predictions as labels, and at least one, received ${columns.length} and ${rows.length}.`,
    );
  }
  const classes = [...rows, ...columns].reduce((most, label) => Math.max(most, label + 1), Math.max(1, least));
  const data = new Float64Array(classes * classes);
  rows.forEach((row, i) => (data[row * classes + columns[i]!]! += 1));
  return { data, shape: [classes, classes] };
}
