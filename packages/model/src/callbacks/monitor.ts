import { expectOneOf } from '@sixstep/parts';
import type { Logs } from '../logs.js';

/** Which way a figure is better. */
export type Mode = 'auto' | 'min' | 'max';

/** How two values of a figure are compared. */
export interface Improvement {
  readonly isBetter: (value: number, than: number) => boolean;
  /** A value that any other is better than. */
  readonly worst: number;
}

/** Figures that are better when larger; the others are losses and errors. */
const RISING =
  /acc|auc|precision|recall|f1|fBeta|iou|r2|specificity|sensitivity|positives|negatives|similarity|correlation/i;

/** How values of `monitor` are compared; `mode: 'auto'` goes by its name. */
export function improvement(place: string, monitor: string, mode: Mode, minDelta: number): Improvement {
  expectOneOf(place, 'mode', mode, ['auto', 'min', 'max']);
  const rising = mode === 'max' || (mode === 'auto' && RISING.test(monitor) && !/false/i.test(monitor));
  return rising
    ? { isBetter: (value, than) => value - minDelta > than, worst: -Infinity }
    : { isBetter: (value, than) => value + minDelta < than, worst: Infinity };
}

/**
 * The figure called `monitor`, or undefined in an epoch without validation.
 *
 * @throws Error that lists the figures there are, if `monitor` is none of them and is not one of validation
 */
export function monitored(place: string, monitor: string, logs: Logs): number | undefined {
  const value = logs[monitor];
  const isFromValidation = /^val[A-Z]/.test(monitor) && !Object.keys(logs).some((name) => /^val[A-Z]/.test(name));
  if (value === undefined && !isFromValidation) {
    throw new Error(`${place}: expected monitor to be one of ${Object.keys(logs).join(', ')}, received '${monitor}'.`);
  }
  return value;
}
