/** What a tensor of probabilities was computed from. */
interface Origin<T> {
  readonly activation: 'softmax' | 'sigmoid';
  readonly logits: T;
}

const origins = new WeakMap<object, Origin<object>>();

/**
 * Notes that `probabilities` = `activation(logits)`, so that a cross-entropy can be computed from the logits, which is
 * exact where the probabilities have rounded to 0 or 1. Keras does the same (`_keras_logits`).
 */
export function rememberLogits<T extends object>(probabilities: T, activation: 'softmax' | 'sigmoid', logits: T): void {
  origins.set(probabilities, { activation, logits });
}

/** The logits that `probabilities` came from, by `activation` or by either, if that was noted. */
export function logitsOf<T extends object>(probabilities: T, activation?: 'softmax' | 'sigmoid'): T | undefined {
  const origin = origins.get(probabilities);
  if (activation !== undefined && activation !== origin?.activation) return undefined;
  return origin?.logits as T | undefined;
}
