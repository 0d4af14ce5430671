import { regularizerByName } from '#by-name';
import type { Regularizer } from './regularizer.js';
import type { RegularizerName } from './regularizers.js';

/**
 * The regularizer itself, given as a part or by its name (then with its default options); undefined if none is given.
 *
 * @param place who asks, for the error
 * @throws Error that names the nearest known regularizer
 */
export function getRegularizer(
  regularizer: RegularizerName | Regularizer | null | undefined,
  place: string,
): Regularizer | undefined {
  if (regularizer === undefined || regularizer === null) return undefined;
  return typeof regularizer === 'function' ? regularizer : regularizerByName(regularizer, place);
}
