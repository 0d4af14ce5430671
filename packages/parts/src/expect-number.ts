import { formatValue } from './format-value.js';

/**
 * Returns `value` if it is a finite number from `min` to `max`; `below` and `above` are bounds that it must not reach.
 *
 * @param place where the value was given, such as `dropout`
 * @param option the option's name, such as `rate`
 * @param options.hint how to mend it, a full sentence
 * @throws Error that names place and option, what was expected and what came
 */
export function expectNumber(
  place: string,
  option: string,
  value: unknown,
  {
    min,
    max,
    above,
    below,
    hint = '',
  }: { min?: number; max?: number; above?: number; below?: number; hint?: string } = {},
): number {
  const fits =
    typeof value === 'number' &&
    Number.isFinite(value) &&
    value >= (min ?? -Infinity) &&
    value <= (max ?? Infinity) &&
    value > (above ?? -Infinity) &&
    value < (below ?? Infinity);
  if (fits) return value;
  const bounds = [
    min !== undefined && `>= ${min}`,
    above !== undefined && `> ${above}`,
    max !== undefined && `<= ${max}`,
    below !== undefined && `< ${below}`,
  ].filter(Boolean);
  const kind = ['a number', bounds.join(' and ')].filter(Boolean).join(' ');
  throw new Error(`${place}: expected ${option} to be ${kind}, received ${formatValue(value)}.${hint && ` ${hint}`}`);
}
