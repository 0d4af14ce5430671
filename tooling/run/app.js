// node tooling/run/app.js NAME ARGS: builds the app (or tool) of that name with all that it needs, then starts it.
// It is started by nothing but Node: turbo gives no terminal to its tasks, and pnpm and npx pass a ^C on a second time and
// do not wait for what a program saves then.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from './build.js';
import { runChild } from './child.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [name = '', ...args] = process.argv.slice(2);
const folder = [`${root}apps/${name}`, `${root}tooling/${name}`].find((path) => existsSync(`${path}/package.json`));
if (folder === undefined) throw new Error(`app: expected the name of a folder in apps or tooling, received '${name}'.`);
const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));

process.exitCode = await build(manifest.name, folder);
if (process.exitCode === 0) {
  const [, ...start] = manifest.scripts.start.split(' ');
  process.exitCode = await runChild(process.execPath, [...start, ...args], {
    cwd: folder,
    shell: false,
    env: { ...process.env, INIT_CWD: process.env.SIXSTEP_CWD ?? process.env.INIT_CWD ?? process.cwd() },
  });
}
