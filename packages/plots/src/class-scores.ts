import { formatShape } from '@sixstep/parts';
import { type Labels, labelsOf } from './labels-of.js';

/** What a classifier says of samples. */
export interface ClassScores {
  readonly classes: number;
  /** The class of every sample. */
  readonly labels: number[];
  /** For each class, by how much its score is above the best of the others, for every sample. */
  readonly margins: Float64Array[];
  /** Whether the scores are probabilities, so that a margin says how sure the classifier is. */
  readonly areProbabilities: boolean;
}

/**
 * Reads scores of shape [samples, classes], probabilities of class 1 of shape [samples, 1], or labels.
 *
 * @throws Error if there are not `count` samples
 */
export function classScores(place: string, scores: Labels, count: number): ClassScores {
  const labels = labelsOf(place, 'what predict returns', scores);
  if (labels.length !== count) {
    throw new Error(
      `${place}: expected predict to return scores for each of ${count} points, received ${labels.length}. ` +
        `It gets an array of shape ${formatShape([count, 2])}.`,
    );
  }
  const given = scores as { readonly shape?: readonly number[]; readonly data?: ArrayLike<number> };
  const width = given.shape?.[1];
  const isOne =
    width === 1 && given.data !== undefined && Array.from(given.data).some((value) => !Number.isInteger(value));
  const classes =
    width !== undefined && width > 1 ? width : isOne ? 2 : labels.reduce((most, label) => Math.max(most, label + 1), 1);
  const score = (sample: number, c: number): number => {
    if (isOne) return c === 1 ? given.data![sample]! : 1 - given.data![sample]!;
    return width !== undefined && width > 1 ? given.data![sample * width + c]! : Number(labels[sample] === c);
  };
  const margins = Array.from({ length: classes }, () => new Float64Array(count));
  let areProbabilities = isOne || (width ?? 0) > 1;
  for (let sample = 0; sample < count; sample++) {
    const row = Array.from({ length: classes }, (_, c) => score(sample, c));
    const best = row.indexOf(Math.max(...row));
    const second = Math.max(...row.filter((_, c) => c !== best), classes > 1 ? -Infinity : 0);
    row.forEach((value, c) => (margins[c]![sample] = value - (c === best ? second : row[best]!)));
    const sum = row.reduce((total, value) => total + value, 0);
    areProbabilities &&= Math.abs(sum - 1) < 1e-3 && row.every((value) => value >= 0);
  }
  return { classes, labels, margins, areProbabilities };
}
