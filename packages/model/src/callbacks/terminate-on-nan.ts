import type { Callback } from './callback.js';

/**
 * Ends the training with an error when the loss is not finite. `keras.callbacks.TerminateOnNaN`, which only ends it.
 *
 * The usual causes are a value that is not finite in the data and too large a learning rate.
 */
export function terminateOnNaN(): Callback {
  let epoch = 0;
  return {
    onEpochBegin(n) {
      epoch = n;
    },
    onTrainBatchEnd(batch, { loss }) {
      if (loss === undefined || Number.isFinite(loss)) return;
      throw new Error(
        `terminateOnNaN: expected a finite loss, received ${loss} at epoch ${epoch + 1}, batch ${batch}. ` +
          `Look for NaN in the data, or lower the learning rate.`,
      );
    },
  };
}
