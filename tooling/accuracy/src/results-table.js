const marks = /(<!-- accuracy -->\n)[^]*?(\n<!-- \/accuracy -->)/;
const header = ['model', 'epochs', 'seeds', 'parameters', 'test accuracy', 'at least', 'peak memory', 'date'];

/**
 * Puts rows into the table between the marks of a README. A row takes the place of the one with the same model.
 *
 * @param {string} readme
 * @param {readonly (readonly string[])[]} rows
 * @returns {string}
 */
export function withResults(readme, rows) {
  const found = marks.exec(readme);
  if (found === null) throw new Error('accuracy: expected <!-- accuracy --> and <!-- /accuracy --> in the README.');
  const old = found[0]
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const all = new Map([...old, ...rows].map((row) => [row[0], row]));
  return readme.replace(marks, `$1\n${table([header, ...all.values()])}\n$2`);
}

/**
 * A table in Markdown, aligned; the first row is the header.
 *
 * @param {readonly (readonly string[])[]} rows
 * @returns {string}
 */
function table([head = [], ...rows]) {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
