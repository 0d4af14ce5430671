import { formatValue } from '@sixstep/parts';
import { parse } from 'csv-parse/browser/esm/sync';
import type { ArrayData } from './array-data.js';
import { csvLabels } from './csv-labels.js';
import { csvNumber } from './csv-number.js';

export interface ReadCsvOptions {
  /** The column with the labels: its name, or its number counted from 0, from the end if negative. */
  readonly target?: string | number;
  /** The columns with the features, by default all but the target. */
  readonly features?: readonly string[];
  /** Whether the first line names the columns, which is so by default, or the names themselves. */
  readonly header?: boolean | readonly string[];
  /** What stands between cells, by default a comma. */
  readonly delimiter?: string;
  /** What stands for an empty cell (also NA, N/A, NaN, null, ?), such as 0 or NaN; by default such cells are refused. */
  readonly missing?: number;
}

/** The features of a table. */
export interface CsvTable {
  /** Shape [rows, features]. */
  readonly x: ArrayData<Float32Array>;
  readonly featureNames: readonly string[];
}

/** The features and labels of a table. */
export interface LabeledCsvTable extends CsvTable {
  /** Shape [rows]: the place in `classNames` for text, the numbers themselves for numbers (int32 if all are integers). */
  readonly y: ArrayData<Int32Array> | ArrayData<Float32Array>;
  /** The different labels, sorted, if they are text; else empty. */
  readonly classNames: readonly string[];
}

interface Row {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function parseRows(text: string | Uint8Array, delimiter: string): Row[] {
  try {
    const decoded = typeof text === 'string' ? text : new TextDecoder('utf-8', { fatal: true }).decode(text);
    const options = { bom: true, delimiter, info: true, skip_empty_lines: true, trim: true };
    return parse(decoded, options) as unknown as Row[];
  } catch (error) {
    throw new Error(`readCsv: ${(error as Error).message}`, { cause: error });
  }
}

function columnOf(option: string, column: string | number, names: readonly string[]): number {
  const index = typeof column === 'string' ? names.indexOf(column) : column < 0 ? names.length + column : column;
  if (Number.isInteger(index) && index >= 0 && index < names.length) return index;
  throw new Error(
    `readCsv: expected ${option} to be one of the columns ${names.join(', ')}, received ${formatValue(column)}.`,
  );
}

/**
 * A table of numbers, and labels if a target is named, from comma-separated values (RFC 4180).
 *
 * @param text what the file says, or its bytes in UTF-8
 * @throws Error that names line and column, if a row has more or fewer cells than the first, quotes do not match, or a
 *   cell is no number; if there is no row; if a column is unknown
 *
 * @example
 * const { x, y, classNames } = readCsv(await readFile('iris.csv', 'utf8'), { target: 'species' });
 */
export function readCsv(
  text: string | Uint8Array,
  options: ReadCsvOptions & { readonly target: string | number },
): LabeledCsvTable;
export function readCsv(text: string | Uint8Array, options?: ReadCsvOptions): CsvTable;
export function readCsv(
  text: string | Uint8Array,
  { target, features, header = true, delimiter = ',', missing }: ReadCsvOptions = {},
): CsvTable | LabeledCsvTable {
  if (typeof text !== 'string' && !ArrayBuffer.isView(text)) {
    throw new Error(`readCsv: expected the text of a CSV file, received ${formatValue(text)}. Read the file first.`);
  }
  const rows = parseRows(text, delimiter);
  const width = rows[0]?.record.length ?? 0;
  const first = header === true ? rows.shift()?.record : undefined;
  const names =
    first ?? (Array.isArray(header) ? (header as string[]) : Array.from({ length: width }, (_, i) => `column ${i}`));
  if (rows.length === 0) throw new Error('readCsv: expected at least one row of numbers, received none.');
  if (names.length !== width)
    throw new Error(`readCsv: expected header to name ${width} columns, received ${names.length}.`);
  const label = target === undefined ? -1 : columnOf('target', target, names);
  const chosen =
    features?.map((name) => columnOf('features', name, names)) ?? [...names.keys()].filter((i) => i !== label);
  const x = new Float32Array(rows.length * chosen.length);
  rows.forEach(({ record, info }, row) =>
    chosen.forEach((column, i) => {
      const place = { line: info.lines, column: names[column]! };
      x[row * chosen.length + i] = csvNumber(record[column]!, missing, place);
    }),
  );
  const table = {
    x: { data: x, shape: [rows.length, chosen.length] },
    featureNames: chosen.map((column) => names[column]!),
  };
  if (label < 0) return table;
  return {
    ...table,
    ...csvLabels(
      rows.map(({ record, info }) => ({ cell: record[label]!, line: info.lines })),
      names[label]!,
    ),
  };
}
