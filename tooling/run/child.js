import { spawn } from 'node:child_process';

/**
 * Runs a command with this process' terminal; an interruption is the command's to answer, and its exit code is returned.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runChild(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32', ...options });
  // A terminal sends ^C to the whole group, but kill and supervisors send signals to this process alone. So they are passed
  // on, and our programs take two interruptions at once for one. On Windows there are terminals only, and kill ends at once.
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    if (process.platform !== 'win32' || signal !== 'SIGINT') child.kill(signal);
  };
  process.on('SIGINT', pass);
  process.on('SIGTERM', pass);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      done(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}
