import type { ArrayData } from './array-data.js';
import { irisRows } from './iris-rows.js';

/** A data set of one part: features and labels, and what they are called. */
export interface Iris {
  /** Lengths and widths of sepals and petals in cm, shape [150, 4]. */
  readonly x: ArrayData<Float32Array<ArrayBuffer>>;
  /** The species, 0 to 2, shape [150]. */
  readonly y: ArrayData<Int32Array<ArrayBuffer>>;
  readonly featureNames: readonly string[];
  readonly classNames: readonly string[];
}

/**
 * Fisher's 150 irises, 50 of each of three species, in scikit-learn's order. They are part of the package; every call
 * gives new arrays, so they may be shuffled in place.
 *
 * Source: Fisher, "The use of multiple measurements in taxonomic problems", 1936, as corrected in scikit-learn.
 *
 * @example
 * const { x, y, classNames } = loadIris();
 */
export function loadIris(): Iris {
  const x = Float32Array.from({ length: 600 }, (_, i) => Number(irisRows.slice(2 * i, 2 * i + 2)) / 10);
  const y = Int32Array.from({ length: 150 }, (_, i) => Math.floor(i / 50));
  return {
    x: { data: x, shape: [150, 4] },
    y: { data: y, shape: [150] },
    featureNames: ['sepal length (cm)', 'sepal width (cm)', 'petal length (cm)', 'petal width (cm)'],
    classNames: ['setosa', 'versicolor', 'virginica'],
  };
}
