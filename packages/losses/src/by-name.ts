import { lookUp } from '@sixstep/parts';
import type { Loss } from './loss.js';
import { type LossName, losses } from './losses.js';

/** The loss of that name with its default options. */
export function lossByName(name: LossName, place: string): Loss {
  return lookUp(losses, name, place, 'loss')();
}

/** Whether it is one of our functions that make a loss, and no loss. */
export function isLossFactory(value: unknown): boolean {
  return (Object.values(losses) as unknown[]).includes(value);
}
