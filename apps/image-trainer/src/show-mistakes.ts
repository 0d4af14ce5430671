import { sliceRows, toAscii, type ArrayData } from '@sixstep/datasets';
import type { Mistake } from './worst-mistakes.js';

const GAP = 3;

const widthOf = (text: string): number => text.replace(/\x1b\[[\d;]*m/g, '').length;

/** Columns of text side by side, each as wide as its widest line. */
function sideBySide(columns: readonly (readonly string[])[]): string {
  const widths = columns.map((lines) => lines.reduce((most, line) => Math.max(most, widthOf(line)), 0));
  const height = columns.reduce((most, lines) => Math.max(most, lines.length), 0);
  return Array.from({ length: height }, (_, row) =>
    columns
      .map((lines, i) => (lines[row] ?? '') + ' '.repeat(widths[i]! - widthOf(lines[row] ?? '')))
      .join(' '.repeat(GAP))
      .trimEnd(),
  ).join('\n');
}

/** As many of the mistakes as fit into the width, as pictures side by side, each above what it is and what it was taken for. */
export function showMistakes(
  images: ArrayData,
  mistakes: readonly Mistake[],
  classNames: readonly string[],
  terminalWidth: number,
): string {
  const columns: string[][] = [];
  let left = terminalWidth + GAP;
  for (const { index, truth, predicted, probability } of mistakes) {
    const lines = [
      ...toAscii(sliceRows(images, index, index + 1)).split('\n'),
      `image ${index}: ${classNames[truth]}`,
      `predicted: ${classNames[predicted]} (${(100 * probability).toFixed(1)} %)`,
    ];
    left -= Math.max(...lines.map(widthOf)) + GAP;
    if (left < 0 && columns.length > 0) break;
    columns.push(lines);
  }
  return sideBySide(columns);
}
