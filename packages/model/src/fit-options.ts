import type { Tensors } from '@sixstep/layers';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { ClassWeight, SampleWeight } from './batch.js';
import type { Callback } from './callbacks/callback.js';
import type { DataFor } from './data.js';
import type { StepRunner } from './step-runner.js';
import type { TrainingState } from './training-state.js';

/** Options of `fit`. */
export interface FitOptions<In extends Tensors = Tensor, Out extends Tensors = Tensor> {
  /** Samples a step. Default 32. */
  readonly batchSize?: number;
  /** The number of the last epoch. Default 1. */
  readonly epochs?: number;
  /** The number of the first epoch, for a training that goes on. Default 0. */
  readonly initialEpoch?: number;
  /** [x, y] or [x, y, sampleWeight] to be evaluated on after an epoch; has precedence over `validationSplit`. */
  readonly validationData?: readonly [DataFor<In>, DataFor<Out>] | readonly [DataFor<In>, DataFor<Out>, SampleWeight];
  /** The part of the data, in [0, 1), taken from its end before shuffling, to evaluate on. Default 0. */
  readonly validationSplit?: number;
  /** Epochs from one validation to the next, or the epochs (counted from 1) after which there is one. Default 1. */
  readonly validationFreq?: number | readonly number[];
  /** Samples a step of validation. Default `batchSize`. */
  readonly validationBatchSize?: number;
  /** Whether the samples are put in a new random order for each epoch. Default true. */
  readonly shuffle?: boolean;
  /** Seeds the shuffling. Default: drawn from the common stream, see `setRandomSeed`. */
  readonly seed?: number;
  /** What each sample counts for in the loss. */
  readonly sampleWeight?: SampleWeight;
  /** What the samples of a class count for in the loss, by the class' number; 1 for those not named. */
  readonly classWeight?: ClassWeight;
  readonly callbacks?: readonly Callback[];
  /** Who takes the steps: `workers({ count: 2 })` of `@sixstep/parallel`, say. Default: this thread. */
  readonly workers?: StepRunner | undefined;
  /**
   * The state of a training that was interrupted, from `training.state()` or a checkpoint: the training goes on from there, to
   * the bit as if nothing had happened. Give everything else as the first time.
   */
  readonly resumeFrom?: TrainingState | undefined;
  /** Ends the training after the step under way; `fit` then throws the signal's reason. */
  readonly signal?: AbortSignal;
  /**
   * Whether to count the tensors before and after every step and every callback, and to throw when there are more, for the
   * second time, than before; the error says where they were made. It slows the training down. Default false.
   */
  readonly leakCheck?: boolean;
}
