import { formatValue } from './format-value.js';
import { nearest } from './nearest.js';

/**
 * Returns `value` if it is one of `choices`.
 *
 * @throws Error that lists the choices and, for a slip of the pen, the nearest one
 */
export function expectOneOf<const T extends string>(
  place: string,
  option: string,
  value: unknown,
  choices: readonly T[],
): T {
  if (choices.includes(value as T)) return value as T;
  const guess = typeof value === 'string' ? nearest(value, choices) : undefined;
  throw new Error(
    `${place}: expected ${option} to be one of ${choices.map((choice) => `'${choice}'`).join(', ')}, ` +
      `received ${formatValue(value)}.${guess === undefined ? '' : ` Did you mean '${guess}'?`}`,
  );
}
