import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runChild } from './child.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs pnpm in the root folder on a machine that has Node and npm alone: npx brings the version that package.json pins.
 * Returns the exit code.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export function pnpm(args) {
  const { packageManager } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  return runChild('npx', ['--yes', packageManager, ...args], {
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
