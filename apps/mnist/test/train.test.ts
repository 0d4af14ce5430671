import { beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMnist } from '@sixstep/datasets';

const isThere = await loadMnist({ mirrors: [] }).then(
  () => true,
  () => false,
);
const describeWithData = isThere ? describe : describe.skip;

interface Report {
  parameters: number;
  final: { valAccuracy: number };
  secondsToFirstBatch: number;
  peakMegabytes: number;
}

/** Runs the trainer as a user does. */
function run(args: string[], env = process.env): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(process.cwd(), 'dist/main.js'), ...args], { encoding: 'utf8', env });
}

describeWithData(
  `the MNIST trainer${isThere ? '' : ' (skipped: no mnist in $SIXSTEP_DATA_DIR or in the cache)'}`,
  () => {
    const json = join(mkdtempSync(join(tmpdir(), 'mnist-')), 'report.json');
    let found: ReturnType<typeof run>;
    let report: Report;
    beforeAll(() => {
      found = run(['--samples', '3000', '--epochs', '3', '--json', json]);
      report = JSON.parse(readFileSync(json, 'utf8'));
    }, 120_000);

    test('learns most digits from a small part', () => {
      expect(found).toMatchObject({ status: 0, stderr: '' });
      expect(report.parameters).toBe(101_770);
      expect(report.final.valAccuracy).toBeGreaterThan(0.85);
    });

    test('shows the lecture’s first image, a 5', () => {
      expect(found.stdout).toContain('The first image (5)');
      expect(found.stdout).toContain(' 3  18  18  18 126 136 175  26 166 255 247 127 ');
    });

    test('stays below 450 MB, and says when its first batch was done', () => {
      expect(report.secondsToFirstBatch).toBeGreaterThan(0);
      expect(report.peakMegabytes).toBeLessThan(450);
    });
  },
);

test('data that are not there are an error of a few lines', () => {
  const { status, stdout, stderr } = run(['--data-dir', join(tmpdir(), 'no such folder')]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^error: loadMnist: expected dataDir to be a folder, received .*no such folder'\. .*\n$/);
});
