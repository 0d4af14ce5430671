import { formatValue } from './format-value.js';
import { didYouMean } from './nearest.js';

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
  throw new Error(
    `${place}: expected ${option} to be one of ${choices.map((choice) => `'${choice}'`).join(', ')}, ` +
      `received ${formatValue(value)}.${didYouMean(value, choices)}`,
  );
}
