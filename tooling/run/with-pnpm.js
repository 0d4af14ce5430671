// node tooling/run/with-pnpm.js COMMAND ARGS: runs a command of the workspace on a machine that has Node and npm alone.
import { pnpmExec } from './pnpm-exec.js';

process.exitCode = await pnpmExec(process.argv.slice(2));
