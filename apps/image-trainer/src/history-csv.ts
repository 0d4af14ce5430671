import type { History } from '@sixstep/model';

/** A history as CSV: a line for each epoch, counted from 1, after a header. */
export function historyCsv({ epoch, history }: History): string {
  const names = Object.keys(history);
  const lines = epoch.map((number, i) => [number + 1, ...names.map((name) => history[name]![i] ?? '')]);
  return [['epoch', ...names], ...lines].map((line) => `${line.join(',')}\n`).join('');
}
