import { camelCase } from '@sixstep/formats';
import type { Figures } from './run-model.js';

/** Numbers; null stands for one that is not finite. */
type Values = readonly (number | null)[];

const isNumber = (value: number | null): value is number => value !== null && Number.isFinite(value);

/** How far numbers may lie apart: this, times the larger of 1 and the number. */
const TOLERANCE = 1e-5;

/** What is to be said of figures whose names are ours or Keras'. */
export function figureDifferences(what: string, expected: Figures, received: Figures): string[] {
  const ours = (figures: Figures): Map<string, number[]> =>
    new Map(Object.entries(figures).map(([name, value]) => [camelCase(name), [value].flat()]));
  const [values, others] = [ours(expected), ours(received)];
  const names = (figures: Map<string, unknown>): string => [...figures.keys()].sort().join(', ');
  if (names(values) !== names(others)) return [`${what}: ${names(values)}, received ${names(others)}`];
  return [...values].flatMap(([name, value]) => differences(`${what}, ${name}`, value, others.get(name)!));
}

/** What is to be said of `received`, if it is not `expected`. */
export function differences(what: string, expected: Values, received: Values): string[] {
  if (expected.length !== received.length) return [`${what}: ${expected.length} numbers, received ${received.length}`];
  const at = expected.findIndex((value, i) => {
    const other = received[i]!;
    if (!isNumber(value) || !isNumber(other)) return isNumber(value) !== isNumber(other);
    return !(Math.abs(value - other) <= TOLERANCE * Math.max(1, Math.abs(value)));
  });
  return at < 0 ? [] : [`${what}: number ${at} is ${expected[at]}, received ${received[at]}`];
}
