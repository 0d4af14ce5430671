// node tooling/run/with-pnpm.js COMMAND ARGS: installs what is missing of the whole workspace, then runs the command in it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pnpm } from './pnpm.js';

// `pnpm exec` would install by itself, but not what an app's start left out when it installed its own part alone.
const installedBefore = existsSync(fileURLToPath(new URL('../../node_modules', import.meta.url)));
process.exitCode = await pnpm(['install', ...(installedBefore ? ['--silent'] : [])]);
if (process.exitCode === 0) process.exitCode = await pnpm(['exec', ...process.argv.slice(2)]);
