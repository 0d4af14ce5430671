import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addCounts } from './counts.js';
import { runCommand } from './run-command.js';

/**
 * Lets publint and attw (are the types wrong?) look at every package as it would be published.
 *
 * @param {ReadonlyMap<string, string>} tarballs their paths, by the packages' names
 * @returns {Promise<import('./counts.js').Counts>}
 */
export async function checkPacked(tarballs) {
  const results = [];
  const waiting = [...tarballs].map(([name, file]) => async () => {
    const check = (/** @type {string} */ tool, /** @type {string[]} */ args) =>
      runCommand(`${name}: ${tool}`, process.execPath, [...args, file], { say: quiet });
    results.push(await check('publint', [publint, 'run', '--strict']));
    results.push(await check('attw', [attw, '--profile', 'esm-only']));
  });
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next();
  };
  await Promise.all([worker(), worker()]);
  return addCounts(...results);
}

const installed = fileURLToPath(new URL('../node_modules', import.meta.url));
const publint = join(installed, 'publint/src/cli.js');
const attw = join(installed, '@arethetypeswrong/cli/dist/index.js');
const quiet = (/** @type {string} */ line) => {
  if (line.startsWith('✗')) console.log(line);
};
