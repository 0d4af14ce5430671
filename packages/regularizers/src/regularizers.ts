import { l1 } from './l1.js';
import { l1l2 } from './l1l2.js';
import { l2 } from './l2.js';
import { orthogonalRegularizer } from './orthogonal-regularizer.js';

/** What the table holds. */
export interface Regularizers {
  readonly l1: typeof l1;
  readonly l2: typeof l2;
  readonly l1l2: typeof l1l2;
  readonly orthogonalRegularizer: typeof orthogonalRegularizer;
}

/** All factories of regularizers by name. */
export const regularizers: Regularizers = { l1, l2, l1l2, orthogonalRegularizer } as const;

export type RegularizerName = keyof Regularizers;
