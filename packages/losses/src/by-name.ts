import { lookUp } from '@sixstep/parts';
import type { Loss } from './loss.js';
import { losses } from './losses.js';

/** The loss of that name with its default options. */
export function lossByName(name: unknown, place: string): Loss {
  return lookUp(losses, name, place, 'loss')();
}
