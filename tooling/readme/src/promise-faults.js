import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The tests that a document names, `[file](path): *title*`, and that are not in their files.
 *
 * @param {string} root
 * @param {string} file the document, from the root
 * @returns {string[]}
 */
export function promiseFaults(root, file) {
  const text = readFileSync(join(root, file), 'utf8');
  const named = [...text.matchAll(/\]\(([^)]+\.test\.ts)\)(?:: [*_]([^*_|]+)[*_])?/g)];
  if (named.length === 0) return [`${file}: expected tests, received none`];
  return named.flatMap(([, path, title]) => {
    if (title === undefined) return [`${file}: expected the title of a test after ${path}, received none`];
    if (!existsSync(join(root, path))) return [];
    return readFileSync(join(root, path), 'utf8').includes(title) ? [] : [`${file}: ${path} has no test '${title}'`];
  });
}
