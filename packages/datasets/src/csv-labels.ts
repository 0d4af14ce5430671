import type { LabeledCsvTable } from './read-csv.js';
import { isDecimal } from './csv-number.js';

/**
 * Labels from the cells of a column: numbers as they are, text as its place among all the different texts, sorted.
 *
 * @throws Error that names the line, if a cell is empty
 */
export function csvLabels(
  cells: ReadonlyArray<{ readonly cell: string; readonly line: number }>,
  column: string,
): Pick<LabeledCsvTable, 'y' | 'classNames'> {
  const empty = cells.find(({ cell }) => cell === '');
  if (empty)
    throw new Error(
      `readCsv: expected line ${empty.line}, column '${column}' to be a label, received ''. Leave the row out.`,
    );
  const shape = [cells.length];
  if (cells.every(({ cell }) => isDecimal(cell))) {
    const numbers = cells.map(({ cell }) => Number(cell));
    const whole = numbers.every((value) => Number.isInteger(value) && Math.abs(value) < 2 ** 31);
    return {
      y: whole ? { data: Int32Array.from(numbers), shape } : { data: Float32Array.from(numbers), shape },
      classNames: [],
    };
  }
  const classNames = [...new Set(cells.map(({ cell }) => cell))].sort();
  const places = new Map(classNames.map((name, i) => [name, i]));
  return { y: { data: Int32Array.from(cells, ({ cell }) => places.get(cell)!), shape }, classNames };
}
