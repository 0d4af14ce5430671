import type { Described } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';

/** What a metric has counted so far, as plain numbers: no tensor is held between batches, and a checkpoint can keep it. */
export type MetricState = Readonly<Record<string, number | readonly number[]>>;

/**
 * A number (or, for a few metrics, several) that is accumulated over batches.
 *
 * `updateState` takes what a batch brought, `result` says the value so far, `resetState` starts over. None of them keeps
 * or disposes a tensor.
 */
export interface Metric<Result extends number | readonly number[] = number> extends Described {
  /** As history and logs call it, such as `sparseCategoricalAccuracy`. */
  readonly name: string;
  /** Whether more (`'up'`) or less (`'down'`) is better, where that can be said. */
  readonly direction?: 'up' | 'down' | undefined;
  updateState(yTrue: Tensor, yPred: Tensor, sampleWeight?: Tensor): void;
  result(): Result;
  resetState(): void;
  state: MetricState;
}

/** A metric of values that are already computed, such as `mean`. */
export interface ValuesMetric extends Omit<Metric<number>, 'updateState'> {
  updateState(values: Tensor, sampleWeight?: Tensor): void;
}

/** What every metric takes. */
export interface NameOptions {
  /** As history and logs shall call it. */
  readonly name?: string | undefined;
}
