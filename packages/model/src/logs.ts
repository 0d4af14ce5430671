/** The figures of a batch or an epoch by name: `loss`, each metric, and the same with `val` in front from validation. */
export type Logs = Readonly<Record<string, number>>;

/** A key of the logs: Keras' name in camel case, `side_accuracy` -> `sideAccuracy`. */
export function logKey(...words: readonly string[]): string {
  return words.join('_').replace(/_([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
