import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the workspace. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * A package of the workspace.
 *
 * @typedef {object} Workspace
 * @property {string} kind `packages`, `apps` or `tooling`
 * @property {string} folder its path from the root
 * @property {string} path its path
 * @property {Record<string, any>} manifest its package.json
 */

/** @returns {Workspace[]} the packages of the workspace */
export function workspaces() {
  return ['packages', 'apps', 'tooling'].flatMap((kind) =>
    readdirSync(join(root, kind))
      .filter((name) => existsSync(join(root, kind, name, 'package.json')))
      .map((name) => {
        const folder = `${kind}/${name}`;
        const path = join(root, folder);
        return { kind, folder, path, manifest: JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) };
      }),
  );
}

/**
 * @param {string} folder
 * @param {RegExp} pattern
 * @returns {string[]} the paths of the files below `folder` whose names match
 */
export function filesBelow(folder, pattern) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : filesBelow(path, pattern);
      return pattern.test(entry.name) ? [path] : [];
    })
    .sort();
}
