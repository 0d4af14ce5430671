import { perRow } from './per-row.js';
import type { Numbers, Values } from './values.js';

/**
 * Which value of a row is the largest, the first of equals; -0 counts as below 0 and NaN as below all, as in Keras on
 * TensorFlow.
 */
export function argmaxOf(data: Numbers, start: number, end: number): number {
  let best = start;
  let most = -Infinity;
  for (let i = start; i < end; i++) {
    const value = data[i]!;
    if (value > most || (value === most && 1 / value > 1 / most)) {
      best = i;
      most = value;
    }
  }
  return best - start;
}

/** The index of the largest value of each row. */
export const argmax = (values: Values): Values => perRow(values, argmaxOf);
