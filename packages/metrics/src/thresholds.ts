import { expectNumber } from '@sixstep/parts';

/** One threshold, several, or null for the default. */
export type Thresholds = number | readonly number[] | null;

/** Thresholds as a list, checked to be in [0, 1]. */
export function listThresholds(place: string, given: Thresholds, whenNone: number): number[] {
  if (given === null) return [whenNone];
  const list = typeof given === 'number' ? [given] : [...given];
  if (list.length === 0) throw new Error(`${place}: expected thresholds to hold at least one number, received [].`);
  return list.map((threshold) => expectNumber(place, 'thresholds', threshold, { min: 0, max: 1 }));
}

/** Whether there are at least three thresholds that divide [0, 1] evenly; then a prediction's place is a multiplication. */
export function areEven(thresholds: readonly number[]): boolean {
  const n = thresholds.length;
  return n >= 3 && thresholds.every((threshold, i) => Math.abs(threshold - i / (n - 1)) <= 1e-7 + 1e-5 * (i / (n - 1)));
}

/** `n` thresholds that divide [0, 1] evenly, 0 and 1 among them. */
export const evenThresholds = (n: number): number[] => [
  0,
  ...Array.from({ length: n - 2 }, (_, i) => (i + 1) / (n - 1)),
  1,
];
