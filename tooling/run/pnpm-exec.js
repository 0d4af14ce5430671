import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runChild } from './child.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a command of the workspace on a machine that has Node and npm alone: npx brings the pnpm that package.json pins,
 * and pnpm installs what is missing before it runs the command. Returns the exit code.
 *
 * @param {readonly string[]} command
 * @returns {Promise<number>}
 */
export function pnpmExec(command) {
  const { packageManager } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  return runChild('npx', ['--yes', packageManager, 'exec', ...command], {
    cwd: root,
    env: {
      ...process.env,
      TURBO_TELEMETRY_DISABLED: '1',
      npm_config_update_notifier: 'false',
      // pnpm sets INIT_CWD anew; paths that a user gives are relative to where npm was called.
      SIXSTEP_CWD: process.env.SIXSTEP_CWD ?? process.env.INIT_CWD ?? process.cwd(),
    },
  });
}
