import { resolve } from 'node:path';

/** The path that a user meant who stood in the folder where the package manager was called. */
export function userPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', path);
}
