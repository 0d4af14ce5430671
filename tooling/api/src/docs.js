// npm run docs:api: writes the reference of all packages as a web site. A warning is a fault.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.js';

const help = `Usage: npm run docs:api -- [options]

Writes the reference of all packages, from their docstrings, to api-reference/index.html.

  --check   write nothing, look for faults alone
  --help    show this text`;

const { values } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } });
if (values.help) console.log(help);
else if (!build()) process.exitCode = 1;
else {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const typedoc = fileURLToPath(new URL('../node_modules/typedoc/bin/typedoc', import.meta.url));
  const args = [typedoc, '--logLevel', 'Warn', ...(values.check ? ['--emit', 'none'] : [])];
  const { status } = spawnSync(process.execPath, args, { cwd: folder, stdio: 'inherit' });
  if (status === 0 && !values.check) console.log('The reference is in api-reference/index.html.');
  process.exitCode = status ?? 1;
}
