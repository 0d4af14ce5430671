// Writes src/iris-rows.ts from a CSV file of the 150 irises: node scripts/make-iris.js iris.csv
import { readFileSync, writeFileSync } from 'node:fs';

const rows = readFileSync(process.argv[2], 'utf8').trim().split('\n').slice(1);
const digits = rows.map((row) =>
  row
    .split(',')
    .slice(0, 4)
    .map((cell) => String(Math.round(Number(cell) * 10)).padStart(2, '0'))
    .join(''),
);
const lines = Array.from({ length: 15 }, (_, i) => `  '${digits.slice(10 * i, 10 * (i + 1)).join('')}'`);
writeFileSync(
  new URL('../src/iris-rows.ts', import.meta.url),
  `// Written by scripts/make-iris.js.

/** The 150 rows of iris, four lengths in mm each, two digits a length; ten rows a line. */
export const irisRows: string =
${lines.join(' +\n')};
`,
);
