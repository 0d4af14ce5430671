import { spawn } from 'node:child_process';

/**
 * Runs a command with this process' terminal; an interruption is left to the command, and its exit code is returned.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runChild(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32', ...options });
  // The terminal sends ^C to the whole group; kill and supervisors send SIGTERM to this process alone.
  const stay = () => {};
  const pass = () => void child.kill('SIGTERM');
  process.on('SIGINT', stay);
  process.on('SIGTERM', pass);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      process.off('SIGINT', stay);
      process.off('SIGTERM', pass);
      done(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}
