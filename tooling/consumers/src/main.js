// npm run consumers: uses the packages as their users do, from what would be published.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { consumers } from './consumers.js';
import { packAll } from './pack-all.js';
import { runConsumers } from './run-consumers.js';

const known = consumers.map(({ name }) => name);
const help = `Usage: npm run consumers -- [options] [CONSUMER...]

Packs all packages, installs them by npm in empty folders, and runs programs that use them: all, or those named of
${known.join(', ')}.

  --node PATH   the Node that runs them (default: this one)
  --help        show this text`;

const { values, positionals } = parseArgs({
  options: { node: { type: 'string' }, help: { type: 'boolean' } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => !known.includes(name));
if (values.help) console.log(help);
else if (unknown !== undefined) {
  console.error(`consumers: expected names of consumers, received '${unknown}'. There are ${known.join(', ')}.`);
  process.exitCode = 2;
} else process.exitCode = await main();

async function main() {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const build = ['node_modules/typescript/bin/tsc', '-b', 'tsconfig.build.json'];
  if (spawnSync(process.execPath, build, { cwd: root, stdio: 'inherit' }).status !== 0) return 1;
  const node = values.node && resolve(process.env.SIXSTEP_CWD ?? '.', values.node);
  const tarballs = mkdtempSync(join(tmpdir(), 'sixstep-tarballs-'));
  try {
    const { passed, failed, skipped } = await runConsumers(await packAll(tarballs), {
      ...(node && { node }),
      ...(positionals.length > 0 && { names: positionals }),
    });
    console.log(`\nconsumers: ${passed} passed, ${failed} failed, ${skipped} skipped`);
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(tarballs, { recursive: true, force: true });
  }
}
