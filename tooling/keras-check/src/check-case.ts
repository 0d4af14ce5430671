import type { AnyModel } from '@sixstep/model';
import type { Numbers } from '@sixstep/tooling-layer-examples';

/** A model that goes to Keras and comes back. */
export interface CheckCase {
  readonly name: string;
  /** The compiled model. */
  readonly make: () => AnyModel;
  readonly x: readonly Numbers[];
  readonly y: readonly Numbers[];
}
