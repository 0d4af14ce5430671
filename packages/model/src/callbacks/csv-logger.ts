import type { Callback } from './callback.js';

/** Options of `csvLogger`. */
export interface CsvLoggerOptions {
  /** Takes each line as it comes, line break included: `(text) => appendFileSync(path, text)`. */
  readonly write: (text: string) => void | Promise<void>;
  /** Default a comma. */
  readonly separator?: string;
  /** Whether the header is left out, because an earlier training has written it. Default false. */
  readonly append?: boolean;
}

/**
 * Writes the figures of each epoch as a line of CSV, after a header. `keras.callbacks.CSVLogger`.
 *
 * It takes a function rather than a file name, so that it works in a browser too. An epoch without validation has `NA`
 * in its place once a validation has been seen or is due in the first epoch.
 */
export function csvLogger({ write, separator = ',', append = false }: CsvLoggerOptions): Callback {
  let columns: readonly string[] | undefined;
  let hasHeader = append;
  return {
    async onEpochEnd(epoch, logs) {
      columns ??= columnsOf(Object.keys(logs));
      if (!hasHeader) await write(`${['epoch', ...columns].join(separator)}\n`);
      hasHeader = true;
      await write(`${[epoch, ...columns.map((name) => logs[name] ?? 'NA')].join(separator)}\n`);
    },
  };
}

/** The columns for these figures: theirs, and the same from validation. */
function columnsOf(names: readonly string[]): string[] {
  const own = names.filter((name) => !/^val[A-Z]/.test(name));
  return [...own, ...own.map((name) => `val${name[0]!.toUpperCase()}${name.slice(1)}`)];
}
