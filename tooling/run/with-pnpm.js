// node tooling/run/with-pnpm.js COMMAND ARGS: runs a command of the workspace on a machine that has Node and npm alone.
// npx brings the pnpm that package.json pins, and pnpm installs what is missing before it runs the command.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runChild } from './child.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { packageManager } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

process.exitCode = await runChild('npx', ['--yes', packageManager, 'exec', ...process.argv.slice(2)], {
  cwd: root,
  env: {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: '1',
    // pnpm sets INIT_CWD anew; paths that a user gives are relative to where npm was called.
    SIXSTEP_CWD: process.env.SIXSTEP_CWD ?? process.env.INIT_CWD ?? process.cwd(),
  },
});
