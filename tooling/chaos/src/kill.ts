import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Generator } from '@sixstep/random';

const script = new URL('train.js', import.meta.url).pathname;

/** Runs a training, and kills it after `milliseconds` if it still runs. Returns what it said. */
function run(folder: string, milliseconds?: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [said, complaint] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    const timer = milliseconds === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0 || signal === 'SIGKILL') resolve(said);
      else reject(new Error(`chaos: expected the training to go on, but it failed: ${complaint}`));
    });
  });
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'sixstep-chaos-'));
const finalOf = (folder: string): Buffer => readFileSync(join(folder, 'final.safetensors'));

/**
 * Kills trainings with checkpoints at random moments, each as often as it takes to its end, and compares the final weights with
 * those of one that was let alone.
 *
 * @throws Error if a training does not go on, or ends with other weights
 */
export async function killTrainings(kills: number, seed: number, say: (line: string) => void): Promise<void> {
  const random = new Generator(seed);
  const alone = newFolder();
  const started = performance.now();
  await run(alone);
  const whole = performance.now() - started;
  const expected = finalOf(alone);
  rmSync(alone, { recursive: true });
  say(`a training that is let alone takes ${(whole / 1000).toFixed(1)} s`);

  let [killed, finished, resumed, halfWritten, unreadable] = [0, 0, 0, 0, 0];
  while (killed < kills) {
    const folder = newFolder();
    while (!existsSync(join(folder, 'final.safetensors'))) {
      const wantsKill = killed < kills;
      const said = await run(folder, wantsKill ? random.uniform() * whole * 1.2 : undefined);
      if (!said.includes('done')) killed++;
      if (/training from (?!0 0)/.test(said)) resumed++;
      unreadable += said.split('unreadable').length - 1;
      const checkpoints = join(folder, 'checkpoints');
      if (existsSync(checkpoints) && readdirSync(checkpoints).some((name) => name.endsWith('.tmp'))) halfWritten++;
      if (killed % 20 === 0 && killed > 0) say(`${killed} killed, ${finished} finished`);
    }
    if (!finalOf(folder).equals(expected))
      throw new Error(`chaos: expected the same final weights, received others in ${folder}.`);
    rmSync(folder, { recursive: true });
    finished++;
  }
  say(
    `${killed} trainings killed, ${resumed} resumed within an epoch or later, ${halfWritten} killed within a write, ` +
      `${unreadable} unreadable checkpoints; ${finished} finished, all with the same bytes`,
  );
}
