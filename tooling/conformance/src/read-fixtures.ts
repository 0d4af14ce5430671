import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Fixture } from './fixture.js';

/** Where the fixtures stand that are part of the repository. */
export const ownFixtures: string = new URL('../fixtures', import.meta.url).pathname;

/** The targets that are known to be missing. */
export const knownNotSupported: readonly string[] = JSON.parse(
  readFileSync(new URL('../not-supported.json', import.meta.url), 'utf8'),
) as string[];

/** A fixture and the file that it was read from. */
export interface FixtureFile {
  readonly file: string;
  readonly fixture: Fixture;
}

/**
 * The fixtures in a folder and the folders in it, or in one file.
 *
 * @throws Error if there is none, or a file is not in the format of schema 1
 */
export function readFixtures(path: string): FixtureFile[] {
  if (!existsSync(path)) throw new Error(`conformance: expected a folder with fixtures, there is no ${path}.`);
  const files = jsonFiles(path);
  if (files.length === 0) throw new Error(`conformance: expected fixtures (*.json) in ${path}, found none.`);
  return files.map((file) => {
    const fixture = JSON.parse(readFileSync(file, 'utf8')) as Partial<Fixture>;
    if (fixture.schema !== 1 || typeof fixture.suite !== 'string' || !Array.isArray(fixture.cases)) {
      throw new Error(`conformance: expected { schema: 1, suite, cases } in ${file}.`);
    }
    return { file, fixture: fixture as Fixture };
  });
}

function jsonFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .flatMap((file) => (statSync(file).isDirectory() ? jsonFiles(file) : file.endsWith('.json') ? [file] : []));
}
