import { formatValue } from '@sixstep/parts';

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const none = /^(|na|n\/a|nan|null|\?)$/i;

/** Whether a cell is a decimal number: hexadecimal, `Infinity` and the like are not. */
export const isDecimal = (cell: string): boolean => decimal.test(cell);

/** The number in a cell, or `missing` if it is empty. */
export function csvNumber(
  cell: string,
  missing: number | undefined,
  { line, column }: { line: number; column: string },
): number {
  if (isDecimal(cell)) return Number(cell);
  const empty = none.test(cell);
  if (empty && missing !== undefined) return missing;
  const hint = empty
    ? 'Pass what stands for empty cells, e.g. { missing: 0 }.'
    : 'Leave the column out by { features: [...] }, or mend the file.';
  throw new Error(
    `readCsv: expected line ${line}, column '${column}' to be a number, received ${formatValue(cell)}. ${hint}`,
  );
}
