import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumPath } from './chromium.js';
import { consumers } from './consumers.js';
import { projects } from './projects.js';
import { run } from './run.js';

const programs = fileURLToPath(new URL('../programs', import.meta.url));

/**
 * Installs packed packages by npm in empty folders and runs the programs that use them.
 *
 * @param {ReadonlyMap<string, string>} tarballs the path of each package's, by its name
 * @param {{ node?: string, names?: readonly string[], say?: (line: string) => void }} [options] which Node runs them; which
 *   consumers, by default all
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runConsumers(tarballs, { node = process.execPath, names, say = console.log } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'sixstep-consumers-'));
  const counts = { passed: 0, failed: 0, skipped: 0 };
  /** @type {Map<string, Promise<string>>} */
  const installed = new Map();
  const install = (/** @type {string} */ project) => {
    const path = installed.get(project) ?? installProject(project, join(folder, project), tarballs);
    installed.set(project, path);
    return path;
  };
  const runOne = async (/** @type {import('./consumers.js').Consumer} */ { name, project, commands, browser }) => {
    if (browser && chromiumPath === undefined) {
      counts.skipped++;
      return say(`- consumer ${name}: skipped, there is no Chromium`);
    }
    const started = performance.now();
    try {
      const cwd = await install(project);
      for (const args of commands) await run(node, args, cwd);
      counts.passed++;
      say(`✓ consumer ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    } catch (error) {
      counts.failed++;
      say(`✗ consumer ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  try {
    const waiting = consumers.filter(({ name }) => names === undefined || names.includes(name));
    const worker = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await runOne(next);
    };
    await Promise.all([worker(), worker()]);
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} name
 * @param {string} path
 * @param {ReadonlyMap<string, string>} tarballs
 * @returns {Promise<string>} the path, with the programs in it and what they need installed
 */
async function installProject(name, path, tarballs) {
  const { packages, others } = /** @type {import('./projects.js').Project} */ (projects[name]);
  mkdirSync(path);
  cpSync(join(programs, name), path, { recursive: true });
  writeFileSync(join(path, 'package.json'), '{ "private": true, "type": "module" }\n');
  const ours = packages.length === 0 ? [...tarballs.values()] : packages.map((part) => tarballOf(part, tarballs));
  const theirs = others.map((other) => `${other}@${versionOf(other)}`);
  const options = ['--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  await run('npm', ['install', ...options, ...ours, ...theirs], path);
  return path;
}

/** @param {string} part @param {ReadonlyMap<string, string>} tarballs */
function tarballOf(part, tarballs) {
  const tarball = tarballs.get(`@sixstep/${part}`);
  if (tarball === undefined) throw new Error(`consumers: expected a package ${part}, received none of that name.`);
  return tarball;
}

/** The version that the workspace has of a package. @param {string} name */
function versionOf(name) {
  return JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`${name}/package.json`), 'utf8')).version;
}
