import { lookUp } from '@sixstep/parts';
import type { Regularizer } from './regularizer.js';
import { type RegularizerName, regularizers } from './regularizers.js';

/** The regularizer of that name with its default options. */
export function regularizerByName(name: RegularizerName, place: string): Regularizer {
  return lookUp(regularizers, name, place, 'regularizer')();
}
