import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The package.json of every package that is published.
 *
 * @param {string} root of the workspace
 * @returns {{ name: string, version: string, repository?: unknown }[]}
 */
export function packages(root) {
  return readdirSync(join(root, 'packages'))
    .map((folder) => JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')))
    .filter((manifest) => manifest.private !== true);
}
