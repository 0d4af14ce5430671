import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folderOf = (/** @type {string} */ name) =>
  dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
const tsc = join(folderOf('typescript'), 'bin/tsc');
const vite = join(folderOf('vite'), 'bin/vite.js');
const browse = fileURLToPath(new URL('./browse.js', import.meta.url));

/**
 * A way of using the packages: a project, and what Node is called with in its folder, one after the other. All must succeed.
 *
 * @typedef {object} Consumer
 * @property {string} name
 * @property {string} project
 * @property {readonly (readonly string[])[]} commands
 * @property {boolean} [browser] whether it needs Chromium
 */

/** @type {readonly Consumer[]} */
export const consumers = [
  {
    name: 'typescript-nodenext',
    project: 'all',
    commands: [
      [tsc, '-p', 'typescript-nodenext'],
      ['typescript-nodenext/built/main.js'],
      ['typescript-nodenext/built/commonjs.cjs'],
    ],
  },
  { name: 'typescript-bundler', project: 'all', commands: [[tsc, '-p', 'typescript-bundler']] },
  { name: 'esm', project: 'all', commands: [['esm.mjs']] },
  { name: 'commonjs', project: 'all', commands: [['commonjs.cjs']] },
  { name: 'worker-threads', project: 'all', commands: [['worker-threads.mjs']] },
  {
    name: 'vite',
    project: 'all',
    commands: [
      [vite, 'build', 'vite'],
      [browse, 'vite/dist'],
    ],
    browser: true,
  },
  { name: 'schedules-alone', project: 'schedules', commands: [['main.mjs']] },
  { name: 'optimizers-alone', project: 'optimizers', commands: [['main.mjs']] },
  { name: 'wasm-under-tfjs-layers', project: 'wasm', commands: [['main.mjs']] },
];
