import type { OptimizerState, Tensors } from './optimizer.js';

/** What a transform may look at besides the updates and its own state. */
export interface Context {
  /** The variables' values, by name; weight decay has been applied. */
  readonly params: Tensors;
  /** How many updates there have been before this one: 0, 1, 2, ... The t of most papers is step + 1. */
  readonly step: number;
  /** The learning rate of this step. */
  readonly learningRate: number;
}

export interface Transformed<S extends OptimizerState> {
  readonly updates: Tensors;
  readonly state: S;
}

/**
 * A step on the way from gradients to what is added to the variables: two pure functions and a typed state between them.
 *
 * `update` gets the updates of some or all variables that `init` has seen, returns an update of the same shape for each of
 * them, and the whole state. It changes and disposes nothing; it runs within a `tidy`, which frees what it leaves behind.
 * The style is that of Optax.
 */
export interface Transform<S extends OptimizerState = OptimizerState> {
  /** The state before the first update, for these variables. */
  init(params: Tensors): S;
  update(updates: Tensors, state: S, context: Context): Transformed<S>;
}

/** The state of a transform that has none. */
export type Stateless = Readonly<Record<string, never>>;
