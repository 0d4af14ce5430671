import { formatValue } from './format-value.js';

/**
 * Returns `value` if it is an integer from `min` to `max`.
 *
 * @param place where the value was given, such as `dense`
 * @param option the option's name, such as `units`
 * @param options.hint how to mend it, a full sentence
 * @throws Error that names place and option, what was expected and what came
 */
export function expectInteger(
  place: string,
  option: string,
  value: unknown,
  { min = 1, max = Number.MAX_SAFE_INTEGER, hint = '' }: { min?: number; max?: number; hint?: string } = {},
): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max) return value;
  const kind =
    max < Number.MAX_SAFE_INTEGER
      ? `an integer from ${min} to ${max}`
      : min === 1
        ? 'a positive integer'
        : min === 0
          ? 'a non-negative integer'
          : min > Number.MIN_SAFE_INTEGER
            ? `an integer >= ${min}`
            : 'an integer';
  throw new Error(`${place}: expected ${option} to be ${kind}, received ${formatValue(value)}.${hint && ` ${hint}`}`);
}
