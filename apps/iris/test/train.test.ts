import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(process.cwd(), 'dist/main.js');

/** Runs the trainer as a user does. */
function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
}

function report(...args: string[]) {
  const file = join(mkdtempSync(join(tmpdir(), 'iris-')), 'report.json');
  const { status, stderr } = run('--json', file, ...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(readFileSync(file, 'utf8'));
}

describe('the iris trainer', () => {
  const whole = report();

  test('learns the validation flowers of the lecture, all of them', () => {
    expect(whole.parameters).toBe(15);
    expect(whole.epochs).toBe(500);
    expect(whole.history.valLoss).toHaveLength(25);
    expect(whole.final.valAccuracy).toBe(1);
    expect(whole.final.accuracy).toBeGreaterThan(0.94);
  });

  test('gives the same bits in another process and in the other style, others for another seed', () => {
    const sha256 = (...args: string[]): string => report('--epochs', '20', ...args).weightsSha256;
    const first = sha256();
    expect(sha256()).toBe(first);
    expect(sha256('--style', 'class')).toBe(first);
    expect(sha256('--seed', '1')).not.toBe(first);
  });

  test('prints progress, the summary and three flowers', () => {
    const { stdout } = run('--epochs', '20');
    expect(stdout).toContain('Epoch 20/20\n4/4 ');
    expect(stdout).toContain('│ dense (Dense) │ [null, 3]    │      15 │');
    expect(stdout.match(/predicted \w+ \([\d.]+ %\), true \w+/g)).toHaveLength(3);
  });

  test('explains its options, and mistakes in them', () => {
    expect(run('--help').stdout).toContain('--style <style>');
    const { status, stderr } = run('--epochs', '0');
    expect(status).toBe(1);
    expect(stderr).toContain(
      "error: option '--epochs <n>' argument '0' is invalid. Expected an integer of at least 1.",
    );
  });
});
