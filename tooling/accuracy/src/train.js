import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Trains once, and returns the trainer's report.
 *
 * @param {import('./runs.js').Run} run
 * @param {number} seed
 * @returns {Promise<{ seconds: number, parameters: number, peakMegabytes: number, final: { valAccuracy: number } }>}
 */
export async function train({ program, model, epochs }, seed) {
  const folder = mkdtempSync(join(tmpdir(), 'accuracy-'));
  try {
    const json = join(folder, 'report.json');
    const options = ['--model', model, '--epochs', String(epochs), '--seed', String(seed), '--json', json];
    const main = fileURLToPath(import.meta.resolve(program));
    const child = spawn(process.execPath, [main, ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
    const code = await new Promise((done) => child.on('close', done));
    if (code !== 0) throw new Error(`accuracy: expected the trainer to end well, its exit code is ${code}.`);
    return JSON.parse(readFileSync(json, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
