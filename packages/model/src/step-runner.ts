import type { Tensors } from '@sixstep/layers';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { ClassWeight, SampleWeight } from './batch.js';
import type { DataFor } from './data.js';
import type { Logs } from './logs.js';
import type { Model } from './model.js';

/** A training whose steps somebody else is to take. */
export interface StepsToTake<In extends Tensors = Tensor, Out extends Tensors = Tensor> {
  /** Built, and compiled; its weights and its optimizer are those of the training. */
  readonly model: Model<In, Out>;
  readonly x: DataFor<In>;
  readonly y: DataFor<Out> | undefined;
  readonly sampleWeight: SampleWeight | undefined;
  readonly classWeight: ClassWeight | undefined;
  /** How many samples, from the first on, are trained on. */
  readonly samples: number;
}

/** Steps under way. */
export interface RunningSteps {
  /**
   * Takes one step on the samples at these rows. If it throws, the weights and the optimizer are those of the last whole step.
   *
   * @returns the figures of the epoch so far
   */
  run(rows: Int32Array): Promise<Logs>;
  /** Frees what the steps needed; it is called in any case, and does not throw. */
  end(): Promise<void>;
}

/** Takes the steps of a training elsewhere: what `workers` of `fit` takes, and `workers` of `@sixstep/parallel` makes. */
export interface StepRunner {
  begin<In extends Tensors, Out extends Tensors>(steps: StepsToTake<In, Out>): Promise<RunningSteps>;
}
