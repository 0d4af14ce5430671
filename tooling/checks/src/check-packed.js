import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addCounts } from './counts.js';
import { runCommand } from './run-command.js';
import { workspaces } from './workspace.js';

/**
 * Packs every public package as it would be published, and lets publint and attw (are the types wrong?) look at it.
 *
 * @returns {Promise<import('./counts.js').Counts>}
 */
export async function checkPacked() {
  const published = workspaces().filter(({ manifest }) => manifest.private !== true);
  const folder = mkdtempSync(join(tmpdir(), 'sixstep-packed-'));
  try {
    const results = [];
    const waiting = published.map(({ folder: name, path }) => async () => {
      const place = mkdtempSync(join(folder, 'package-'));
      results.push(
        await runCommand(`${name}: pack`, 'pnpm', ['pack', '--pack-destination', place], { cwd: path, say: quiet }),
      );
      const tarball = readdirSync(place).find((file) => file.endsWith('.tgz'));
      if (tarball === undefined) return;
      const file = join(place, tarball);
      results.push(
        await runCommand(`${name}: publint`, process.execPath, [publint, 'run', '--strict', file], { say: quiet }),
      );
      results.push(
        await runCommand(`${name}: attw`, process.execPath, [attw, '--profile', 'esm-only', file], { say: quiet }),
      );
    });
    const worker = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next();
    };
    await Promise.all([worker(), worker()]);
    return addCounts(...results);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const installed = fileURLToPath(new URL('../node_modules', import.meta.url));
const publint = join(installed, 'publint/src/cli.js');
const attw = join(installed, '@arethetypeswrong/cli/dist/index.js');
const quiet = (/** @type {string} */ line) => {
  if (line.startsWith('✗')) console.log(line);
};
