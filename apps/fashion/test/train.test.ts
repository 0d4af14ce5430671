import { beforeAll, describe, expect, test } from '@jest/globals';
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

interface Report {
  parameters: number;
  final: { valAccuracy: number };
}

/** Runs the trainer as a user does. */
function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(process.cwd(), 'dist/main.js'), ...args], { encoding: 'utf8' });
}

describeWithData(`the Fashion-MNIST trainer${why}`, () => {
  const json = join(mkdtempSync(join(tmpdir(), 'fashion-')), 'report.json');
  let found: ReturnType<typeof run>;
  let report: Report;
  beforeAll(() => {
    found = run('--samples', '3000', '--epochs', '3', '--json', json);
    report = JSON.parse(readFileSync(json, 'utf8'));
  }, 120_000);

  test('learns most articles from a small part', () => {
    expect(found).toMatchObject({ status: 0, stderr: '' });
    expect(report.parameters).toBe(101_770);
    expect(report.final.valAccuracy).toBeGreaterThan(0.75);
  });

  test('names the ten classes in English and Chinese', () => {
    expect(found.stdout).toContain('  0  T-shirt/top  T恤/上衣\n');
    expect(found.stdout).toContain('  9  Ankle boot   短靴\n');
    expect(found.stdout).toContain('The first image (Ankle boot)');
    expect(found.stdout).toMatch(/\n9 Ankle boot +\S+/);
  });
});

test('data that are not there are an error of a few lines', () => {
  const { status, stdout, stderr } = run('--data-dir', join(tmpdir(), 'no such folder'));
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(
    /^error: loadFashionMnist: expected dataDir to be a folder, received .*no such folder'\. .*\n$/,
  );
});
