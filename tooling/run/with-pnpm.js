// node tooling/run/with-pnpm.js COMMAND ARGS: installs what is missing of the whole workspace, then runs the command in it.
import { pnpm } from './pnpm.js';

process.exitCode = await pnpm(['exec', ...process.argv.slice(2)]);
