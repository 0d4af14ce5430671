import { explainNonFinite, isFiniteTensor } from '../explain-non-finite.js';
import { rememberStep } from '../remember-step.js';
import type { Callback } from './callback.js';

/** Options of `terminateOnNaN`. */
export interface TerminateOnNaNOptions {
  /**
   * Whether to look for the first tensor that is not finite, of the data, weights, layers' outputs, loss and gradients, and to
   * name it. The layers are called again on the batch for it; gradients are then looked at in every step. Default false.
   */
  readonly explain?: boolean;
}

/**
 * Ends the training with an error when the loss is not finite, before the weights are changed.
 * `keras.callbacks.TerminateOnNaN`, which only ends it, after the weights were.
 *
 * The usual causes are a value that is not finite in the data and too large a learning rate.
 */
export function terminateOnNaN({ explain = false }: TerminateOnNaNOptions = {}): Callback {
  let [epoch, batch] = [0, 0];
  let putBack: (() => void) | undefined;
  const fail = (what: string, received: string, first = ''): never => {
    throw new Error(
      `terminateOnNaN: expected ${what}, received ${received} at epoch ${epoch + 1}, batch ${batch}. ` +
        `${first}Look for NaN in the data, or lower the learning rate.`,
    );
  };
  return {
    onEpochBegin(n) {
      epoch = n;
    },
    onTrainBatchBegin(n, { model }) {
      batch = n;
      if (explain) putBack = rememberStep(model);
    },
    onGradients(step, { model }) {
      const loss = step.loss.dataSync()[0]!;
      const isFine = Number.isFinite(loss) && (!explain || Object.values(step.gradients).every(isFiniteTensor));
      if (isFine) return;
      const first = explain ? `The first that is not finite: ${explainNonFinite(model, step, putBack!)}. ` : '';
      if (Number.isFinite(loss)) fail('finite gradients', 'others', first);
      else fail('a finite loss', String(loss), first);
    },
    // A train step of one's own need not tell of its gradients.
    onTrainBatchEnd(_, { loss }) {
      if (loss !== undefined && !Number.isFinite(loss)) fail('a finite loss', String(loss));
    },
  };
}
