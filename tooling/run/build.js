import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runChild } from './child.js';
import { pnpm } from './pnpm.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Installs what the app or tool in a folder needs, and nothing else, and builds it with the packages that it stands on, in
 * one TypeScript process. Returns the exit code.
 *
 * @param {string} name the name in its package.json
 * @param {string} folder
 * @returns {Promise<number>}
 */
export async function build(name, folder) {
  // pnpm shows its progress at the first time, which takes a while.
  const quiet = existsSync(`${folder}/node_modules`) ? ['--silent'] : [];
  const installed = await pnpm(['install', ...quiet, '--filter', `${name}...`, '--filter', 'sixstep']);
  if (installed !== 0) return installed;
  return runChild(process.execPath, ['node_modules/typescript/bin/tsc', '-b', folder], { cwd: root, shell: false });
}
