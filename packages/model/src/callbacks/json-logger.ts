import type { Callback } from './callback.js';

/** Options of `jsonLogger`. */
export interface JsonLoggerOptions {
  /** Takes each line as it comes, line break included: `(text) => appendFileSync(path, text)`. */
  readonly write: (text: string) => void | Promise<void>;
}

/**
 * Writes the figures of each epoch as a line of JSON (JSON Lines): `{"epoch":0,"loss":0.5,"valLoss":0.6}`, epochs counted
 * from 0.
 *
 * Each line stands alone: a file that was cut short loses its last line at most, and a training that goes on appends to it. A
 * figure that is not finite is the text `"NaN"`, `"Infinity"` or `"-Infinity"`, since JSON has no such number.
 */
export function jsonLogger({ write }: JsonLoggerOptions): Callback {
  return {
    async onEpochEnd(epoch, logs) {
      const entries = Object.entries(logs).map(([name, value]) => [
        name,
        Number.isFinite(value) ? value : String(value),
      ]);
      await write(`${JSON.stringify({ epoch, ...Object.fromEntries(entries) })}\n`);
    },
  };
}
