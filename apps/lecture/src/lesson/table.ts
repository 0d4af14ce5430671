type Cell = string | number;

const written = (cell: Cell): string =>
  typeof cell === 'string' || Number.isInteger(cell) ? String(cell) : cell.toPrecision(4);

/** Rows under a header as lines of text: the first column to the left, the others to the right. */
export function table(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [header, ...rows.map((row) => row.map(written))];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return lines.map((cells) => line(cells).trimEnd()).join('\n');
}
