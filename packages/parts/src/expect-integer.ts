import { type Bounds, expectNumber } from './expect-number.js';

/**
 * Returns `value` if it is an integer within the bounds: from 1 on if there are none.
 *
 * @param place where the value was given, such as `dense`
 * @param option the option's name, such as `units`
 * @throws Error that names place and option, what was expected and what came
 */
export const expectInteger = (
  place: string,
  option: string,
  value: unknown,
  { min = 1, ...bounds }: Bounds = {},
): number => expectNumber(place, option, value, { min, ...bounds }, 'an integer', Number.isSafeInteger);
