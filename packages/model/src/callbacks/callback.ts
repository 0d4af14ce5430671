import type { Optimizer } from '@sixstep/optimizers';
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { Batch } from '../batch.js';
import type { Logs } from '../logs.js';
import type { AnyModel } from '../model.js';
import type { StateArray, TrainingState } from '../training-state.js';

/** What a callback sees of the training under way. */
export interface Training {
  readonly model: AnyModel;
  readonly optimizer: Optimizer;
  readonly epochs: number;
  readonly initialEpoch: number;
  readonly batchSize: number;
  /** Batches an epoch. */
  readonly steps: number;
  readonly samples: number;
  /** Ends the training after the epoch, or within an epoch after the batch. `fit` then returns as it does at its end. */
  stop(): void;
  /** A copy of all that is needed to go on from here: what `resumeFrom` of `fit` takes. */
  state(): TrainingState;
}

/** A step whose gradients are known, before the optimizer uses them. Its tensors are cleared after the step. */
export interface GradientStep {
  readonly batch: Batch<Tensor | Tensor[], Tensor | Tensor[]>;
  readonly loss: Scalar;
  /** By the path of their weights. */
  readonly gradients: Readonly<Record<string, Tensor>>;
}

/** What a callback keeps between epochs. */
export interface CallbackState {
  readonly values: Readonly<Record<string, number | string | boolean | null>>;
  readonly arrays?: readonly StateArray[];
}

/**
 * Functions that `fit` calls as it goes; each may be asynchronous and is then awaited. Epochs and batches count from 0.
 * If one throws, the training ends and `fit` throws the same.
 */
export interface Callback {
  onTrainBegin?(training: Training): void | Promise<void>;
  onEpochBegin?(epoch: number, training: Training): void | Promise<void>;
  onTrainBatchBegin?(batch: number, training: Training): void | Promise<void>;
  /** Called within the step, while nothing is changed yet; it cannot be asynchronous. If it throws, the weights stay as they are. */
  onGradients?(step: GradientStep, training: Training): void;
  /** `logs` are the epoch's figures up to this batch. */
  onTrainBatchEnd?(batch: number, logs: Logs, training: Training): void | Promise<void>;
  onTestBegin?(training: Training): void | Promise<void>;
  onTestEnd?(logs: Logs, training: Training): void | Promise<void>;
  onEpochEnd?(epoch: number, logs: Logs, training: Training): void | Promise<void>;
  /** Called at the end in any case, also when the training is aborted or a step throws. */
  onTrainEnd?(logs: Logs, training: Training): void | Promise<void>;
  /** What the callback keeps, for a training that is interrupted: it is read by `training.state()`, and assigned when that is resumed. */
  state?: CallbackState;
}
