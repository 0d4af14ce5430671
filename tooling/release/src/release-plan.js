import getReleasePlan from '@changesets/get-release-plan';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from './git.js';

/**
 * A package that a release publishes.
 *
 * @typedef {object} Planned
 * @property {string} name
 * @property {string} from its version in package.json
 * @property {string} version the version that the changesets raise it to
 */

/**
 * What is to be published: the packages whose version, raised by the changesets, no tag of git names.
 *
 * @param {string} root of the workspace
 * @returns {Promise<{ packages: Planned[], changesets: number }>}
 */
export async function releasePlan(root) {
  const { changesets, releases } = await plan(root);
  const raised = new Map(releases.map(({ name, newVersion }) => [name, newVersion]));
  const tags = new Set(git(root, 'tag').split('\n'));
  const packages = readdirSync(join(root, 'packages'))
    .map((folder) => JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')))
    .filter((manifest) => manifest.private !== true)
    .map(({ name, version }) => ({ name, from: version, version: raised.get(name) ?? version }))
    .filter(({ name, version }) => !tags.has(`${name}@${version}`));
  return { packages, changesets: changesets.length };
}

// The package is CommonJS: its default export is a property of what is imported.
const plan = /** @type {typeof getReleasePlan.default} */ (getReleasePlan.default ?? getReleasePlan);
