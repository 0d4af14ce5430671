// node tooling/run/build.js PACKAGE: builds a package with all that it needs, and says nothing if all is well.
import { fileURLToPath } from 'node:url';
import { runChild } from './child.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const build = ['run', 'build', `--filter=${process.argv[2]}...`, '--output-logs=errors-only', '--no-update-notifier'];
// pnpm has just checked what is installed; turbo would have it do so again for each task.
const env = { ...process.env, npm_config_verify_deps_before_run: 'false' };
process.exitCode = await runChild('turbo', build, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
if (process.exitCode !== 0) {
  // Once more, to be seen: turbo tells its errors on the standard output.
  process.exitCode = await runChild('turbo', build, { cwd: root, env });
}
