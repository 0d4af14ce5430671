import type { History } from '@sixstep/model';

/** A history at those epochs that were validated, each `frequency`-th. */
export function every({ history }: Pick<History, 'history'>, frequency: number): History {
  const due = (_: number, epoch: number): boolean => (epoch + 1) % frequency === 0;
  const columns = Object.entries(history).map(([name, numbers]): [string, number[]] => [
    name,
    name.startsWith('val') ? [...numbers] : numbers.filter(due),
  ]);
  const count = columns[0]?.[1].length ?? 0;
  return {
    epoch: Array.from({ length: count }, (_, i) => (i + 1) * frequency - 1),
    history: Object.fromEntries(columns),
  };
}
