import { expectNumber, formatValue } from '@sixstep/parts';
import { expectBoundaries } from './expect-boundaries.js';
import type { Schedule } from './schedule.js';

export interface PiecewiseConstantDecayOptions {
  /** The last steps of all values but the last one, rising. */
  boundaries: readonly number[];
  /** The learning rates, one more than `boundaries`. */
  values: readonly number[];
}

/**
 * A constant between two boundaries: learningRate(step) = values[i] with i the number of boundaries that are below step.
 * A boundary itself belongs to the value before it.
 *
 * @throws Error if there is not one value more than boundaries, or the boundaries fall
 * @example piecewiseConstantDecay({ boundaries: [10, 20], values: [1, 0.5, 0.1] })(10); // 1
 */
export function piecewiseConstantDecay(options: PiecewiseConstantDecayOptions): Schedule {
  const place = 'piecewiseConstantDecay';
  if (!Array.isArray(options.values) || options.values.length === 0) {
    throw new Error(
      `${place}: expected values to be an array of learning rates, received ${formatValue(options.values)}. ` +
        `Pass one more than there are boundaries.`,
    );
  }
  const values = options.values.map((value: number, i) => expectNumber(place, `values[${i}]`, value));
  const boundaries = expectBoundaries(place, options.boundaries, values.length, 'values');
  const schedule = (step: number): number => {
    let i = 0;
    while (i < boundaries.length && step > boundaries[i]!) i++;
    return values[i]!;
  };
  return Object.assign(schedule, { className: 'PiecewiseConstantDecay', config: { boundaries, values } });
}
