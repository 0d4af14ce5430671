import { logitsOf } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * The logits that predictions came from, if they come straight from a softmax or a sigmoid and the logits still live, or that
 * they are themselves.
 *
 * As in Keras it does not matter which of the two it was: a binary cross-entropy of a softmax is that of its logits.
 */
export function logitsBehind(yPred: Tensor, fromLogits: boolean): Tensor | undefined {
  const logits = logitsOf(yPred);
  if (logits?.isDisposed === false) return logits;
  return fromLogits ? yPred : undefined;
}
