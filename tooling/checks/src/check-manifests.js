import { spawnSync } from 'node:child_process';
import { manifestChecks } from './manifest-checks.js';
import { root, workspaces } from './workspace.js';

/** @typedef {import('./counts.js').Counts} Counts */

/**
 * Checks that each package.json is true to its code and that the arrows between packages point one way.
 *
 * @param {(line: string) => void} say
 * @returns {Counts}
 */
export function checkManifests(say) {
  const all = workspaces();
  const byName = new Map(all.map((workspace) => [workspace.manifest.name, workspace]));
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const count = (/** @type {string} */ name, /** @type {string[]} */ faults) => {
    counts[faults.length === 0 ? 'passed' : 'failed']++;
    if (faults.length > 0) say(`✗ ${name}\n${faults.map((fault) => `    ${fault}`).join('\n')}`);
  };
  for (const workspace of all) {
    for (const { name, run } of manifestChecks(workspace, byName)) count(`${workspace.folder}: ${name}`, run());
  }
  const boundaries = spawnSync('turbo', ['boundaries'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // It cannot read AssemblyScript's decorators, and the consumers install by themselves what they import; all else counts.
  const issues = `${boundaries.stdout}\n${boundaries.stderr}`
    .split(/\n(?= *[x×] [A-Za-z])/)
    .slice(1)
    .filter((issue) => !issue.includes('failed to parse file') && !/tooling.consumers.programs/.test(issue));
  count('turbo boundaries', issues);
  return counts;
}
