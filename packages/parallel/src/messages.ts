import type { ClassWeight, MetersState } from '@sixstep/model';
import type { UseWasmOptions } from '@sixstep/wasm';
import type { DataOf } from './map-data.js';

/** A weight as both sides must know it. */
export interface WeightFacts {
  readonly path: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly trainable: boolean;
}

/** How a model is made from its config, or why it cannot be. */
export type Recipe = { readonly model: object; readonly compile: object } | { readonly reason: string };

/** Data outside the engine, in shared memory. */
export interface SharedArray {
  readonly data: Float32Array;
  readonly shape: readonly number[];
  readonly scale?: number;
}

/** The first message to a worker. */
export interface Begin {
  readonly wasm: UseWasmOptions | undefined;
  readonly recipe: Recipe;
  /** The shape, or shapes, of the model's input. */
  readonly inputShape: unknown;
  /** Whether each layer is trainable, in the order of `everyLayer`. */
  readonly trainable: readonly boolean[];
  /** In the order of the model. */
  readonly weights: readonly WeightFacts[];
  /** The paths of the generators of dropout and noise. */
  readonly generators: readonly string[];
  readonly x: DataOf<SharedArray>;
  readonly y: DataOf<SharedArray> | undefined;
  readonly sampleWeight: DataOf<SharedArray> | undefined;
  readonly classWeight: ClassWeight | undefined;
  /** The weights' values, written by the main thread. */
  readonly values: SharedArrayBuffer;
  /** What the worker writes for each weight: its gradient, or the value that it moved to, times the worker's share. */
  readonly results: SharedArrayBuffer;
}

/** The worker's part of a step. */
export interface Step {
  /** The samples; none where the batch is smaller than the number of workers. */
  readonly rows: Int32Array;
  /** Which part of the batch they are. */
  readonly share: number;
  /** Which weights are to be read anew, by position. */
  readonly changed: readonly number[];
  /** A seed for each generator. */
  readonly seeds: readonly number[];
}

/** What came of it. */
export interface StepDone {
  /** What the batch counted; null without rows. */
  readonly meters: MetersState | null;
  /** The weights that there are results for, by position. */
  readonly written: readonly number[];
}

export type ToWorker = { readonly begin: Begin } | { readonly step: Step };
export type FromWorker =
  | { readonly ready: true }
  | { readonly done: StepDone }
  | { readonly error: { readonly message: string; readonly stack?: string | undefined } };
