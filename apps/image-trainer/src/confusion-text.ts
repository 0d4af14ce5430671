import { areNamed } from './class-list.js';

/** A confusion matrix as lines of text: rows are the true classes, columns the predicted ones, at the end the share of hits. */
export function confusionText(matrix: readonly (readonly number[])[], classNames: readonly string[]): string {
  const titles = classNames.map((name, i) => (areNamed(classNames) ? `${i} ${name}` : String(i)));
  const left = titles.reduce((most, title) => Math.max(most, title.length), 0);
  const width = Math.max(4, String(Math.max(...matrix.flat())).length + 1);
  const line = (title: string, cells: readonly string[], hits: string): string =>
    `${title.padEnd(left)} ${cells.map((cell) => cell.padStart(width)).join('')}  ${hits.padStart(7)}`;
  const rows = matrix.map((row, truth) => {
    const all = row.reduce((sum, n) => sum + n, 0);
    const hits = all === 0 ? '' : `${((100 * row[truth]!) / all).toFixed(1)} %`;
    return line(
      titles[truth]!,
      row.map((n) => (n === 0 ? '·' : String(n))),
      hits,
    );
  });
  return [
    line(
      '',
      titles.map((_, i) => String(i)),
      'right',
    ),
    ...rows,
  ].join('\n');
}
