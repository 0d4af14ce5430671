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
  ];
}
