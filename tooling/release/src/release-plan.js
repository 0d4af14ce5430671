import getReleasePlan from '@changesets/get-release-plan';
import { git } from './git.js';
import { packages } from './packages.js';

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
  const planned = packages(root)
    .map(({ name, version }) => ({ name, from: version, version: raised.get(name) ?? version }))
    .filter(({ name, version }) => !tags.has(`${name}@${version}`));
  return { packages: planned, changesets: changesets.length };
}

// The package is CommonJS: its default export is a property of what is imported.
const plan = /** @type {typeof getReleasePlan.default} */ (getReleasePlan.default ?? getReleasePlan);
