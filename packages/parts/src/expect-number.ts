import { formatValue } from './format-value.js';

/** What a number may be; `below` and `above` are bounds that it must not reach. */
export interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly above?: number | undefined;
  readonly below?: number | undefined;
  /** How to mend it, a full sentence. */
  readonly hint?: string;
}

/**
 * Returns `value` if it is a finite number within the bounds.
 *
 * @param place where the value was given, such as `dropout`
 * @param option the option's name, such as `rate`
 * @param kind what numbers are asked for, and `isKind` whether it is one
 * @throws Error that names place and option, what was expected and what came
 */
export function expectNumber(
  place: string,
  option: string,
  value: unknown,
  { min, max, above, below, hint = '' }: Bounds = {},
  kind = 'a number',
  isKind: (value: unknown) => boolean = Number.isFinite,
): number {
  const x = value as number;
  if (isKind(x) && !(x < min! || x > max! || x <= above! || x >= below!)) return x;
  const bounds = Object.entries({ '>=': min, '>': above, '<=': max, '<': below })
    .filter(([, bound]) => Math.abs(bound!) < Infinity)
    .map((bound) => bound.join(' '));
  const expected = [kind, bounds.join(' and ')].filter(Boolean).join(' ');
  throw new Error(
    `${place}: expected ${option} to be ${expected}, received ${formatValue(value)}.${hint && ` ${hint}`}`,
  );
}
