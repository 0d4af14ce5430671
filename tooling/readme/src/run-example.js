import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';

const tidy = (/** @type {string} */ text) => text.replace(/[ \t]+$/gm, '').trim();

/**
 * Runs a file in a folder of its own and compares what it prints.
 *
 * @param {string} file JavaScript
 * @param {string | undefined} output what it must print, if that is said
 * @returns {Promise<string | undefined>} what went wrong
 */
export async function runExample(file, output) {
  const folder = file.replace(/\.js$/, '');
  mkdirSync(folder, { recursive: true });
  const child = spawn(process.execPath, [file], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const [code, signal] = await new Promise((done) => child.on('close', (...how) => done(how)));
  if (code !== 0) return `exited with ${signal ?? code}\n${stderr.trim()}`;
  if (output === undefined || tidy(stdout) === tidy(output)) return undefined;
  return `expected it to print\n${tidy(output)}\nbut it printed\n${tidy(stdout)}`;
}
