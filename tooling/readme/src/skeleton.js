import ts from 'typescript';

/** The headings of a package's README, in this order and no others. */
const HEADINGS = [
  'What is this?',
  'When should I use it, and when not?',
  'Install',
  'Use',
  'API',
  'Differences from Keras',
  'Licence',
];

/**
 * What deviates from the skeleton that all packages' READMEs have: name and one sentence; the headings; every value that the
 * package exports named somewhere, capitals aside (`Dense` is the class of `dense`); what the examples import in `npm install`.
 *
 * @param {string} name of the package, such as `@sixstep/losses`
 * @param {string} text of its README
 * @param {string} index its `src/index.ts`
 * @returns {string[]}
 */
export function skeletonFaults(name, text, index) {
  const faults = [];
  const prose = text.replaceAll(/^```[^]*?^```$/gm, '');
  if (!text.startsWith(`# ${name}\n\n`)) faults.push(`expected it to begin with '# ${name}' and a sentence`);
  const headings = [...prose.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
  if (headings.join('\n') !== HEADINGS.join('\n')) {
    faults.push(`expected the headings ${HEADINGS.join(' | ')}, received ${headings.join(' | ')}`);
  }
  const words = new Set(text.toLowerCase().match(/\w+/g));
  const missing = exportedValues(index).filter((value) => !words.has(value.toLowerCase()));
  if (missing.length > 0) faults.push(`expected every export to be named, missing are ${missing.join(', ')}`);
  const installed = new Set(text.match(/(?<=^npm install .*)@?[\w/-]+/gm));
  const strangers = importsIn(text).filter((from) => !installed.has(from));
  if (strangers.length > 0)
    faults.push(`expected npm install to name what the examples import: ${strangers.join(', ')}`);
  return faults;
}

/** The packages that the examples of a document import. */
function importsIn(/** @type {string} */ text) {
  const blocks = text.match(/^```ts$[^]*?^```$/gm) ?? [];
  const from = blocks.flatMap((block) => block.match(/(?<=(from|^import) ')(@[\w-]+\/)?[\w-]+(?=['/])/gm) ?? []);
  return [...new Set(from)].sort();
}

/**
 * The names that a file re-exports, types left out.
 *
 * @param {string} index TypeScript
 * @returns {string[]}
 */
function exportedValues(index) {
  return ts
    .createSourceFile('index.ts', index, ts.ScriptTarget.ES2022)
    .statements.flatMap((statement) =>
      ts.isExportDeclaration(statement) &&
      !statement.isTypeOnly &&
      statement.exportClause !== undefined &&
      ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name }) => name.text)
        : [],
    );
}
