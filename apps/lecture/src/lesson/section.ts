import type { Experiment } from './part.js';
import type { Text } from './text.js';

/** A chapter of the lecture. */
export interface Section {
  readonly id: string;
  readonly title: Text;
  readonly experiments: readonly Experiment[];
}
