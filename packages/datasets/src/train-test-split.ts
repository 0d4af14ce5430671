import { expectNumber, formatValue } from '@sixstep/parts';
import type { Arrays } from './array-data.js';
import { expectArrays } from './expect-arrays.js';
import { RandomState } from './random-state.js';
import { sliceRows } from './slice-rows.js';
import { takeRows } from './take-rows.js';

export interface TrainTestSplitOptions {
  /** How much is for testing: a fraction in (0, 1), rounded up to whole samples, or a number of samples. */
  readonly testSize?: number;
  /** Whether the samples are put into random order first; if not, the last ones are for testing, as views. */
  readonly shuffle?: boolean;
  /** An integer from 0 to 2^32 - 1 or a generator to draw from; without one every call is different. */
  readonly seed?: number | RandomState;
}

/**
 * Splits arrays into a part to train on and a part to test on, all in the same way.
 *
 * With a seed the parts are, to the sample and in their order, those of scikit-learn's `train_test_split` with this
 * `random_state` (without `stratify`).
 *
 * @param arrays by name, with the same number of samples, such as `{ x, y }`
 * @throws Error if the arrays differ in length, or a part would be empty
 *
 * @example
 * const { x, y } = loadIris();
 * const { train, test } = trainTestSplit({ x, y }, { testSize: 0.2, seed: 42 });
 */
export function trainTestSplit<T extends Arrays>(
  arrays: T,
  { testSize = 0.25, shuffle = true, seed }: TrainTestSplitOptions = {},
): { train: T; test: T } {
  const place = 'trainTestSplit';
  const samples = expectArrays(place, arrays);
  expectNumber(place, 'testSize', testSize, { above: 0, hint: 'Pass a fraction such as 0.2 or a number of samples.' });
  const count = testSize < 1 ? Math.ceil(testSize * samples) : testSize;
  if (!Number.isInteger(count) || count >= samples) {
    throw new Error(
      `${place}: expected testSize to leave samples on both sides of ${samples}, received ${formatValue(testSize)}. ` +
        `Pass a fraction in (0, 1) or an integer from 1 to ${samples - 1}.`,
    );
  }
  const map = (cut: (array: Arrays[string]) => Arrays[string]): T =>
    Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, cut(array)])) as T;
  if (!shuffle) {
    const border = samples - count;
    return { train: map((array) => sliceRows(array, 0, border)), test: map((array) => sliceRows(array, border)) };
  }
  const random = seed instanceof RandomState ? seed : new RandomState(seed);
  const order = random.permutation(samples);
  return {
    train: map((array) => takeRows(array, order.subarray(count))),
    test: map((array) => takeRows(array, order.subarray(0, count))),
  };
}
