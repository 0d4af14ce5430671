import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Packs every package as it would be published; they must be built.
 *
 * @param {string} folder where the tarballs go
 * @returns {Promise<Map<string, string>>} the path of each package's tarball, by the package's name
 */
export async function packAll(folder) {
  const all = readdirSync(join(root, 'packages'))
    .map((name) => JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')))
    .filter((manifest) => manifest.private !== true);
  await run('pnpm', ['--recursive', '--filter=./packages/*', 'pack', '--pack-destination', folder], root);
  return new Map(
    all.map(({ name, version }) => [name, join(folder, `${name.slice(1).replace('/', '-')}-${version}.tgz`)]),
  );
}
