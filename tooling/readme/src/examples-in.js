/**
 * An example: a fenced block of TypeScript in a document, with the blocks marked `ts continues` that come after it.
 *
 * @typedef {object} Example
 * @property {string} file the document, from the root of the workspace
 * @property {number} line the line of the document before the block's first one
 * @property {string} code
 * @property {boolean} runs false for `ts no-run`, which is type-checked only, and for what has a name
 * @property {string | undefined} name for `ts name=worker.ts`: the file that the document's other examples import or start
 * @property {string | undefined} output what it must print: the blocks of `text` that follow its blocks at once
 */

/**
 * The examples in the text of a document.
 *
 * @param {string} file
 * @param {string} text
 * @returns {Example[]}
 */
export function examplesIn(file, text) {
  const lines = text.split('\n');
  /** @type {Example[]} */
  const examples = [];
  let last = -1; // where the block ends whose output may follow
  for (let i = 0; i < lines.length; i++) {
    const [, indent = '', info] = /^(\s*)```(.+)$/.exec(lines[i]) ?? [];
    if (info === undefined) continue;
    const end = lines.findIndex((line, j) => j > i && line.trim() === '```');
    if (end < 0) throw new Error(`${file}:${i + 1}: expected the block to end with \`\`\`.`);
    const code = lines
      .slice(i + 1, end)
      .map((line) => line.slice(line.startsWith(indent) ? indent.length : 0))
      .join('\n');
    const [language, ...flags] = info.trim().split(/\s+/);
    const before = examples.at(-1);
    if (language === 'ts' || language === 'typescript') {
      const name = flags.find((flag) => flag.startsWith('name='))?.slice('name='.length);
      const runs = name === undefined && !flags.includes('no-run');
      if (flags.includes('continues') && before !== undefined) {
        // As many empty lines as lie between, so that lines are counted as in the document.
        before.code += '\n'.repeat(i + 1 - before.line - before.code.split('\n').length + 1) + code;
      } else examples.push({ file, line: i + 1, code, runs, name, output: undefined });
      last = end;
    } else if (language === 'text' && before !== undefined && last >= 0) {
      if (lines.slice(last + 1, i).every((line) => line.trim() === '')) {
        before.output = before.output === undefined ? code : `${before.output}\n${code}`;
      }
      last = -1;
    }
    i = end;
  }
  return examples;
}
