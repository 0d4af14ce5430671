// node tooling/run/app.js NAME ARGS: builds the app (or tool) of that name with all that it needs, then starts it.
// It is not started through turbo, which gives no terminal to its tasks.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runChild } from './child.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [name = '', ...args] = process.argv.slice(2);
const folder = [`${root}apps/${name}`, `${root}tooling/${name}`].find((path) => existsSync(`${path}/package.json`));
if (folder === undefined) throw new Error(`app: expected the name of a folder in apps or tooling, received '${name}'.`);
const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));

const build = ['run', 'build', `--filter=${manifest.name}...`, '--output-logs=errors-only', '--no-update-notifier'];
process.exitCode = await runChild('turbo', build, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
if (process.exitCode !== 0) {
  // Once more, to be seen: turbo tells its errors on the standard output.
  process.exitCode = await runChild('turbo', build, { cwd: root });
} else {
  const [, ...start] = manifest.scripts.start.split(' ');
  process.exitCode = await runChild(process.execPath, [...start, ...args], {
    cwd: folder,
    shell: false,
    env: { ...process.env, INIT_CWD: process.env.SIXSTEP_CWD ?? process.env.INIT_CWD ?? process.cwd() },
  });
}
