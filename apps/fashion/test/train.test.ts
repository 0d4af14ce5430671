import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFashionMnist } from '@sixstep/datasets';

const isThere = await loadFashionMnist({ mirrors: [] }).then(
  () => true,
  () => false,
);
const describeWithData = isThere ? describe : describe.skip;
const why = isThere ? '' : ' (skipped: no fashion-mnist in $SIXSTEP_DATA_DIR or in the cache)';

/** Runs the trainer as a user does. */
function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(process.cwd(), 'dist/main.js'), ...args], { encoding: 'utf8' });
}

describeWithData(`the Fashion-MNIST trainer${why}`, () => {
  const json = join(mkdtempSync(join(tmpdir(), 'fashion-')), 'report.json');
  const { status, stdout, stderr } = run('--samples', '3000', '--epochs', '3', '--json', json);
  const report = JSON.parse(readFileSync(json, 'utf8'));

  test('learns most articles from a small part', () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(report.parameters).toBe(101_770);
    expect(report.final.valAccuracy).toBeGreaterThan(0.75);
  });

  test('names the ten classes in English and Chinese', () => {
    expect(stdout).toContain('  0  T-shirt/top  T恤/上衣\n');
    expect(stdout).toContain('  9  Ankle boot   短靴\n');
    expect(stdout).toContain('The first image (Ankle boot)');
    expect(stdout).toMatch(/\n9 Ankle boot +\S+/);
  });
});

test('data that are not there are an error of a few lines', () => {
  const { status, stdout, stderr } = run('--data-dir', join(tmpdir(), 'no such folder'));
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(
    /^error: loadFashionMnist: expected dataDir to be a folder, received .*no such folder'\. .*\n$/,
  );
});
