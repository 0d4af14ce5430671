import { formatValue } from '@sixstep/parts';

/** Numbers by name, one an epoch; `valLoss` (or `val_loss`) belongs to `loss`. */
export type Logs = Readonly<Record<string, ArrayLike<number>>>;

/** What `fit` of `@sixstep/model` returns, or its columns alone. */
export type HistoryLike = Logs | { readonly epoch?: ArrayLike<number>; readonly history: Logs };

/** One curve: a metric of a run, on the data for training or for validation. */
export interface Curve {
  readonly metric: string;
  readonly validation: boolean;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const isNumbers = (value: unknown): value is ArrayLike<number> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

function metricOf(name: string): { metric: string; validation: boolean } {
  const rest = /^val(?:_(.+)|([A-Z].*))$/.exec(name);
  if (!rest) return { metric: name, validation: false };
  return { metric: rest[1] ?? rest[2]!.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase()), validation: true };
}

/**
 * The curves of `history`. Epochs count from 1, as `fit` prints them. A column that is shorter than the longest one holds
 * every second, third, ... epoch, as with `validationFreq`.
 *
 * @throws Error if it holds anything but columns of numbers
 */
export function curvesOf(place: string, option: string, history: HistoryLike): Curve[] {
  const given = history as Partial<Record<'history' | 'epoch', unknown>> | undefined;
  const isWrapped =
    typeof given === 'object' && given !== null && typeof given.history === 'object' && !isNumbers(given.history);
  const logs = (isWrapped ? given.history : given) as Logs | null | undefined;
  const epoch = isWrapped && isNumbers(given.epoch) ? given.epoch : undefined;
  if (typeof logs !== 'object' || logs === null || isNumbers(logs)) {
    throw new Error(
      `${place}: expected ${option} to be what fit returns or numbers by name, received ${formatValue(history)}. ` +
        `Pass e.g. { loss: [0.9, 0.5], valLoss: [1, 0.7] }.`,
    );
  }
  const columns = Object.entries(logs);
  const wrong = columns.find(([, numbers]) => !isNumbers(numbers));
  if (wrong) {
    throw new Error(`${place}: expected ${wrong[0]} of ${option} to be numbers, received ${formatValue(wrong[1])}.`);
  }
  const longest = Math.max(0, ...columns.map(([, { length }]) => length));
  return columns.map(([name, numbers]) => {
    const every = numbers.length > 0 ? Math.floor(longest / numbers.length) : 1;
    const points = Array.from(numbers, (y, i) => {
      const at = (i + 1) * every - 1;
      return { x: (epoch?.[at] ?? at) + 1, y };
    });
    return { ...metricOf(name), points };
  });
}
