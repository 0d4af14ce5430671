import type { History } from './history.js';

/**
 * A history as CSV: a header, and a line for each epoch, counted from 0 as `csvLogger` does.
 *
 * @throws Error if a figure was not taken in every epoch (`validationFreq`), since a history does not say in which: `csvLogger`
 * writes it as it comes
 */
export function historyCsv({ epoch, history }: History): string {
  const columns = Object.entries(history);
  for (const [name, values] of columns) {
    if (values.length === epoch.length) continue;
    throw new Error(
      `historyCsv: expected a value of ${name} for each of ${epoch.length} epochs, received ${values.length}. ` +
        'Use csvLogger where validationFreq is not 1.',
    );
  }
  const lines = [['epoch', ...columns.map(([name]) => name)]];
  epoch.forEach((number, i) => lines.push([number, ...columns.map(([, values]) => values[i]!)].map(String)));
  return lines.map((line) => `${line.join(',')}\n`).join('');
}
