import { spawn } from 'node:child_process';
import { root } from './workspace.js';

/**
 * Runs a command at the root of the workspace. What it says is shown if it fails.
 *
 * @param {string} title
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, say?: (line: string) => void }} [options]
 * @returns {Promise<import('./counts.js').Counts>} one passed or one failed
 */
export async function runCommand(title, command, args, { cwd = root, say = console.log } = {}) {
  const started = performance.now();
  let output = '';
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    // What is installed was checked when this began; turbo would have pnpm check it again for each task.
    env: { ...process.env, npm_config_verify_deps_before_run: 'false' },
  });
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const status = await new Promise((done) => {
    child.on('error', (error) => {
      output += error.message;
      done(1);
    });
    child.on('close', done);
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`${status === 0 ? '✓' : '✗'} ${title} (${seconds} s)${status === 0 ? '' : `\n${output.trim()}`}`);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}
