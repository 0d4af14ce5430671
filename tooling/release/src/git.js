import { execFileSync } from 'node:child_process';

/**
 * What git says, without the last line's end.
 *
 * @param {string} cwd
 * @param {readonly string[]} args
 * @returns {string}
 */
export function git(cwd, ...args) {
  return execFileSync('git', args, { cwd, encoding: 'utf8' }).trimEnd();
}
