import type { Tensors } from '@sixstep/layers';
import { expectInteger } from '@sixstep/parts';
import { concat, dispose, keep, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { cutBatch, samples } from './batch.js';
import type { DataFor } from './data.js';
import type { Model } from './model.js';
import { yielder } from './yield-to-event-loop.js';

/** Options of `predict`. */
export interface PredictOptions {
  /** Samples at a time. Default 32. */
  readonly batchSize?: number;
  readonly signal?: AbortSignal;
}

/** The outputs of `model`; see `Model.predict`. */
export async function predict<In extends Tensors, Out extends Tensors>(
  model: Model<In, Out>,
  x: DataFor<In>,
  { batchSize = 32, signal }: PredictOptions,
): Promise<Out> {
  expectInteger('predict', 'batchSize', batchSize);
  const data = samples<In, Out>('predict', model, x, undefined, undefined);
  const pause = yielder();
  const parts: Tensor[][] = [];
  let single = true;
  try {
    for (let from = 0; from < data.length; from += batchSize) {
      signal?.throwIfAborted();
      tidy(() => {
        const y = model.apply(cutBatch<In, Out>(data, from, Math.min(from + batchSize, data.length)).x, {
          training: false,
        });
        single = !Array.isArray(y);
        (Array.isArray(y) ? y : [y as Tensor]).forEach((output, i) => (parts[i] ??= []).push(keep(output)));
      });
      await pause();
    }
    const outputs = parts.map((batches) => tidy(() => concat(batches)));
    return (single ? outputs[0] : outputs) as Out;
  } finally {
    dispose(parts);
  }
}
