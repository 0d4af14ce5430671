import { spawnSync } from 'node:child_process';

const formats = new URL('../../../packages/formats', import.meta.url).pathname;

/** Reads changed files: the test of `packages/formats`, longer. @throws Error if it fails */
export function fuzzFiles(count: number, seed: number): void {
  const { status } = spawnSync(process.execPath, ['../../tooling/jest/run.js', 'test/fuzz'], {
    cwd: formats,
    stdio: 'inherit',
    env: { ...process.env, SIXSTEP_FUZZ_FILES: String(count), SIXSTEP_FUZZ_SEED: String(seed) },
  });
  if (status !== 0) throw new Error(`chaos: expected ${count} changed files to be read or refused, see above.`);
}
