import type { Described } from '@sixstep/parts';
import type { Tensor, Variable } from '@tensorflow/tfjs-core';

/** Tensors by the name of the variable that they belong to. */
export type Tensors = Readonly<Record<string, Tensor>>;
/** Variables by name: the path of a weight, such as `dense/kernel`. */
export type Variables = Readonly<Record<string, Variable>>;
/** Step (0, 1, 2, ...) -> learning rate. Any function will do, those of `@sixstep/schedules` among them. */
export type Schedule = ((step: number) => number) & Partial<Described>;

/** Everything that an optimizer goes on from: plain numbers and tensors, in a tree of plain objects and arrays. */
export type OptimizerState = number | Tensor | readonly OptimizerState[] | { readonly [key: string]: OptimizerState };

/** Gradients in, better variables out. What the factories of this package (`sgd`, `adam`, ...) return. */
export interface Optimizer extends Described {
  /** A number, which may be changed between steps, or a schedule. */
  learningRate: number | Schedule;
  /** How many times `apply` has been called. */
  readonly iterations: number;
  /** The learning rate that the next step will use. */
  currentLearningRate(): number;
  /** Makes the state for these variables, if it is not there; `apply` does so too. `fit` calls it before it starts. */
  build(variables: Variables): void;
  /**
   * One step: updates the variables by their gradients. The gradients are neither changed nor disposed; a variable
   * without a gradient stays as it is, and without any gradient nothing happens at all. Variables may join later. Throws,
   * and changes nothing, if a gradient has no variable or another shape, or the schedule returns no number.
   */
  apply(gradients: Tensors, variables: Variables): void;
  /** Sets the variables to their moving averages, if the optimizer keeps them (`useEma`). */
  finalize(variables: Variables): void;
  /**
   * The state: `{ iterations, learningRate?, transform, average?, accumulator? }`. The tensors in it remain the optimizer's
   * (`mapState` reads them): the next step changes or frees them. A state that is set is copied; it must be of the same
   * optimizer on the same variables.
   */
  state: OptimizerState;
  /** Frees the state; the next step begins anew. */
  dispose(): void;
}
