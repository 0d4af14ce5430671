import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Builds all packages, or finds them built.
 *
 * @returns {boolean} whether they are
 */
export function build() {
  const args = ['node_modules/typescript/bin/tsc', '-b', 'tsconfig.build.json'];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}
