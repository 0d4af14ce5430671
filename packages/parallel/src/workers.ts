import type { StepRunner } from '@sixstep/model';
import { expectInteger } from '@sixstep/parts';
import type { UseWasmOptions } from '@sixstep/wasm';
import { beginSteps } from './begin-steps.js';
import type { WorkerHandle } from './thread.js';

/** Options of `workers`. */
export interface WorkersOptions {
  /** How many; the machine should have as many cores. */
  readonly count: number;
  /**
   * Starts a worker whose script calls `serveTraining`; for models with layers, losses or metrics of your own. Default: the
   * package's own script, which makes the model from its config.
   *
   * @example
   * worker: () => new Worker(new URL('./my-worker.js', import.meta.url), { type: 'module' })
   */
  readonly worker?: (() => WorkerHandle) | undefined;
  /** How the workers start the WASM backend; a bundler has to be told where the .wasm files are. */
  readonly wasm?: UseWasmOptions | undefined;
}

/**
 * Workers that take the steps of `fit` together: each computes the gradients of its share of the batch, and their sum, in the order
 * of the workers, changes the weights.
 *
 * loss = sum_i n_i / n loss_i, gradient = sum_i n_i / n gradient_i, n_i the samples of worker i, n those of the batch
 *
 * They start when `fit` does and end with it, however it ends.
 *
 * @throws Error if `count` is not a positive integer
 *
 * @example
 * await model.fit(x, y, { batchSize: 128, workers: workers({ count: 2 }) });
 */
export function workers(options: WorkersOptions): StepRunner {
  expectInteger('workers', 'count', options.count, { hint: 'Pass e.g. workers({ count: 2 }).' });
  return { begin: (steps) => beginSteps(steps, options) };
}
