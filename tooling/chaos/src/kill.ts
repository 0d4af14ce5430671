import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Generator } from '@sixstep/random';

const script = new URL('train.js', import.meta.url).pathname;

/** What a training said, and how long it trained, in milliseconds. */
interface Run {
  readonly said: string;
  readonly wasKilled: boolean;
  readonly milliseconds: number;
}

/** Runs a training, and kills it `killAfter` milliseconds after its training began, if it still runs. */
function run(folder: string, killAfter?: number): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [said, complaint] = ['', ''];
    let began = 0;
    let timer: NodeJS.Timeout | undefined;
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (began > 0 || !said.includes('training from')) return;
      began = performance.now();
      if (killAfter !== undefined) timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
    });
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const wasKilled = signal === 'SIGKILL' && timer !== undefined;
      if (code === 0 || wasKilled) resolve({ said, wasKilled, milliseconds: performance.now() - began });
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
  const { milliseconds: whole } = await run(alone);
  const expected = finalOf(alone);
  rmSync(alone, { recursive: true });
  say(`a training that is let alone trains for ${(whole / 1000).toFixed(1)} s`);

  let [killed, finished, resumed, halfWritten, unreadable] = [0, 0, 0, 0, 0];
  while (killed < kills) {
    const folder = newFolder();
    while (!existsSync(join(folder, 'final.safetensors'))) {
      const { said, wasKilled } = await run(folder, killed < kills ? random.uniform() * whole : undefined);
      if (/training from (?!0 0)/.test(said)) resumed++;
      unreadable += said.split('unreadable').length - 1;
      const checkpoints = join(folder, 'checkpoints');
      const hasRemains = existsSync(checkpoints) && readdirSync(checkpoints).some((name) => name.endsWith('.tmp'));
      if (wasKilled && hasRemains) halfWritten++;
      if (wasKilled && ++killed % 20 === 0) say(`${killed} of ${kills} killed, ${finished} trainings finished so far`);
    }
    if (!finalOf(folder).equals(expected))
      throw new Error(`chaos: expected the same final weights, received others in ${folder}.`);
    rmSync(folder, { recursive: true });
    finished++;
  }
  say(
    `killed ${killed} times, ${halfWritten} of them within a write; resumed from a checkpoint ${resumed} times, ` +
      `${unreadable} checkpoints unreadable; ${finished} trainings finished, all with the same bytes`,
  );
}
