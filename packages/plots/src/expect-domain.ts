import { formatValue } from '@sixstep/parts';
import type { Domain } from './axis.js';

/** Returns `domain` if it is two finite numbers, the first the smaller one. */
export function expectDomain(place: string, option: string, domain: Domain): Domain {
  const given: unknown = domain;
  if (Array.isArray(given) && given.length === 2 && given.every(Number.isFinite) && given[0] < given[1]) return domain;
  throw new Error(`${place}: expected ${option} to be [low, high] with low < high, received ${formatValue(given)}.`);
}
