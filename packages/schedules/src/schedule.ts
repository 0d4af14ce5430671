import type { Described } from '@sixstep/parts';

/** Step (0, 1, 2, ...) -> learning rate; with Keras' name and the options that it was made with. */
export interface Schedule extends Described {
  (step: number): number;
}
