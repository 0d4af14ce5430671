import type { Tensors } from '@sixstep/layers';
import { expectInteger } from '@sixstep/parts';
import { tidy } from '@tensorflow/tfjs-core';
import { cutBatch, samples, type Samples, type SampleWeight } from './batch.js';
import type { DataFor } from './data.js';
import type { Logs } from './logs.js';
import type { Model } from './model.js';
import { yielder } from './yield-to-event-loop.js';

/** Options of `evaluate`. */
export interface EvaluateOptions {
  /** Samples at a time. Default 32. */
  readonly batchSize?: number;
  readonly sampleWeight?: SampleWeight;
  readonly signal?: AbortSignal;
}

/** Evaluates `model`; see `Model.evaluate`. */
export async function evaluate<In extends Tensors, Out extends Tensors>(
  model: Model<In, Out>,
  x: DataFor<In>,
  y: DataFor<Out> | undefined,
  { batchSize = 32, sampleWeight, signal }: EvaluateOptions,
): Promise<Logs> {
  expectInteger('evaluate', 'batchSize', batchSize);
  return evaluateSamples(model, samples<In, Out>('evaluate', model, x, y, sampleWeight), batchSize, signal);
}

/**
 * The figures of `model` on `data`; those of a training epoch under way are lost.
 *
 * @param run runs a step and clears its tensors
 */
export async function evaluateSamples<In extends Tensors, Out extends Tensors>(
  model: Model<In, Out>,
  data: Samples,
  batchSize: number,
  signal: AbortSignal | undefined,
  run: (f: () => void) => void = (f) => void tidy(f),
): Promise<Logs> {
  const pause = yielder();
  let logs: Logs = {};
  model.resetMetrics();
  for (let from = 0; from < data.length; from += batchSize) {
    signal?.throwIfAborted();
    const to = Math.min(from + batchSize, data.length);
    run(() => {
      logs = model.testStep(cutBatch<In, Out>(data, from, to));
    });
    await pause();
  }
  model.resetMetrics();
  return logs;
}
