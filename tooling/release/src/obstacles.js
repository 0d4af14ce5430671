import { packages } from './packages.js';
import { git } from './git.js';

/**
 * What stands in the way of a release from this folder, each with how to mend it.
 *
 * @param {string} root of the workspace
 * @returns {string[]}
 */
export function obstacles(root) {
  const branch = git(root, 'branch', '--show-current');
  const changed = git(root, 'status', '--porcelain').split('\n').filter(Boolean);
  const some = changed.slice(0, 3).map((line) => line.slice(3));
  // npm refuses to say which workflow built a package that does not say where its source is.
  const nowhere = packages(root).filter(({ repository }) => repository === undefined);
  const provenance = process.env.NPM_CONFIG_PROVENANCE === 'true';
  return [
    ...(branch === 'main'
      ? []
      : [
          `release: expected the branch main, received ${branch ? `'${branch}'` : 'no branch'}. ` +
            'Merge what is to be released, then `git switch main`.',
        ]),
    ...(changed.length === 0
      ? []
      : [
          `release: expected a clean working tree, received ${changed.length} changed or new files ` +
            `(${some.join(', ')}${changed.length > some.length ? ', ...' : ''}). Commit or stash them.`,
        ]),
    ...(provenance && nowhere.length > 0
      ? [
          `release: expected 'repository' in every package.json, since NPM_CONFIG_PROVENANCE is on, received none in ` +
            `${nowhere.map(({ name }) => name).join(', ')}. Write there where the source is; see CONTRIBUTING.md.`,
        ]
      : []),
  ];
}
