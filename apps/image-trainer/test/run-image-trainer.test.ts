import { describe, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSafetensors } from '@sixstep/formats';

const main = join(process.cwd(), 'test/bars.js');
const folder = (): string => mkdtempSync(join(tmpdir(), 'image-trainer-'));

/** Runs the trainer as a user does. */
function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
}

function report(...args: string[]) {
  const file = join(folder(), 'report.json');
  const { status, stderr, stdout } = run('--json', file, ...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return { stdout, ...JSON.parse(readFileSync(file, 'utf8')) };
}

describe('the image trainer', () => {
  const out = join(folder(), 'made', 'by', 'it');
  const whole = report('--epochs', '8', '--out', out);

  test('learns, and reports it', () => {
    expect(whole.parameters).toBe(101_770);
    expect(whole.epochs).toBe(8);
    expect(whole.interrupted).toBe(false);
    expect(whole.final.valAccuracy).toBeGreaterThan(0.95);
    expect(whole.history.valSparseCategoricalAccuracy.at(-1)).toBe(whole.final.valAccuracy);
    expect(whole.secondsToFirstBatch).toBeGreaterThan(0);
    expect(whole.peakMegabytes).toBeGreaterThan(10);
  });

  test('shows the classes, the first image, progress, the summary and the confusion matrix', () => {
    expect(whole.stdout).toContain('Bars: 320 images to train on, 320 to test on');
    expect(whole.stdout).toContain('  3  bar 3  三\n');
    expect(whole.stdout).toContain(`\n${'++'.repeat(28)}\n`);
    expect(whole.stdout).toContain(`\n${Array(28).fill('150').join(' ')}\n`);
    expect(whole.stdout).toMatch(/Epoch 8\/8\n10\/10 ━{20} \d+s \d+(ms|us)\/step - loss: \d\.\d+/);
    expect(whole.stdout).toContain('Total params: 101,770');
    expect(whole.stdout).toMatch(/\n0 bar 0 +32 .* 100\.0 %\n/);
    expect(whole.stdout).toContain(`SHA-256 of the weights: ${whole.weightsSha256}`);
  });

  test('saves weights, history, curves and the confusion matrix', () => {
    expect(
      readdirSync(out)
        .filter((name) => name !== 'mistakes.png')
        .sort(),
    ).toEqual([
      'confusion.png',
      'confusion.svg',
      'curves.png',
      'curves.svg',
      'history.csv',
      'history.json',
      'training.safetensors',
      'weights.safetensors',
    ]);
    const lines = readFileSync(join(out, 'history.csv'), 'utf8').split('\n');
    expect(lines[0]).toBe('epoch,loss,sparseCategoricalAccuracy,valLoss,valSparseCategoricalAccuracy');
    expect(lines[8]).toMatch(new RegExp(`^7,${whole.final.loss},`));
    expect(lines[9]).toBe('');
    expect(JSON.parse(readFileSync(join(out, 'history.json'), 'utf8')).history).toEqual(whole.history);
    const { tensors } = readSafetensors(readFileSync(join(out, 'weights.safetensors')));
    const shapes = Object.fromEntries(Array.from(tensors, ([name, { shape }]) => [name, shape]));
    expect(shapes).toEqual({
      'dense/kernel': [784, 128],
      'dense/bias': [128],
      'dense_1/kernel': [128, 10],
      'dense_1/bias': [10],
    });
    expect(readFileSync(join(out, 'curves.svg'), 'utf8')).toMatch(/^<svg/);
    expect(readFileSync(join(out, 'curves.png')).subarray(1, 4).toString()).toBe('PNG');
  });

  test('that was interrupted goes on as if it had not been', async () => {
    const to = folder();
    const args = ['--epochs', '8', '--batch-size', '8'];
    const child = spawn(process.execPath, [main, ...args, '--out', to]);
    let stdout = '';
    child.stdout.on('data', (text: Buffer) => {
      const begun = stdout.includes('Epoch 2/8');
      stdout += String(text);
      if (!begun && stdout.includes('Epoch 2/8')) child.kill('SIGINT');
    });
    expect(await new Promise((done) => child.on('close', done))).toBe(0);
    expect(stdout).toMatch(/Interrupted in epoch [2-7] after/);
    const whole = report(...args);
    const resumed = report(...args, '--out', to, '--resume');
    expect(resumed.weightsSha256).toBe(whole.weightsSha256);
    expect(resumed.history).toEqual(whole.history);
  });

  test('gives the same bits in both styles, other bits for another seed', () => {
    const one = report('--epochs', '1').weightsSha256;
    expect(report('--epochs', '1', '--style', 'class').weightsSha256).toBe(one);
    expect(report('--epochs', '1', '--seed', '1').weightsSha256).not.toBe(one);
  });

  test.each([
    ['cnn', 431_080],
    ['lstm', 81_674],
  ])('trains the %s in both styles alike', (model, parameters) => {
    const args = ['--model', model, '--epochs', '1', '--samples', '96'];
    const sequential = report(...args);
    expect(sequential.parameters).toBe(parameters);
    expect(report(...args, '--style', 'class').weightsSha256).toBe(sequential.weightsSha256);
  });

  test('takes optimizer, learning rate, batch size and a part of the images', () => {
    const args = [
      '--epochs',
      '1',
      '--optimizer',
      'sgd',
      '--learning-rate',
      '0.5',
      '--batch-size',
      '16',
      '--samples',
      '64',
    ];
    const { stdout, weightsSha256 } = report(...args);
    expect(stdout).toContain('64 images to train on, 64 to test on');
    expect(stdout).toContain('\n4/4 ');
    expect(report(...args, '--learning-rate', '0.4').weightsSha256).not.toBe(weightsSha256);
  });

  test('shows the worst mistakes, and saves them', () => {
    const place = folder();
    const { stdout } = report('--epochs', '1', '--optimizer', 'sgd', '--learning-rate', '1e-9', '--out', place);
    expect(stdout).toMatch(/image \d+: bar \d/);
    expect(stdout).toMatch(/predicted: bar \d \(\d+\.\d %\)/);
    expect(readFileSync(join(place, 'mistakes.png')).subarray(1, 4).toString()).toBe('PNG');
  });

  test('ends after the batch when it is interrupted, and saves', async () => {
    const place = folder();
    const json = join(place, 'report.json');
    const child = spawn(process.execPath, [main, '--epochs', '100000', '--out', place, '--json', json]);
    let stdout = '';
    let told = false;
    child.stdout.on('data', (text: Buffer) => {
      stdout += String(text);
      if (told || !stdout.includes('Epoch 2/')) return;
      told = true;
      child.kill('SIGINT');
    });
    const code = await new Promise((done) => child.on('close', done));
    expect(code).toBe(0);
    const found = JSON.parse(readFileSync(json, 'utf8'));
    expect(stdout).toContain('Interrupted: the training ends after this batch. Press Ctrl-C again to quit at once.');
    expect(stdout).toContain(`Interrupted in epoch ${found.epochs} after `);
    expect(stdout).toContain(`Saved in ${place}: weights.safetensors, history.csv, history.json,`);
    expect(found.interrupted).toBe(true);
    expect(found.epochs).toBeLessThan(100_000);
    expect(readFileSync(join(place, 'history.csv'), 'utf8').split('\n')).toHaveLength(found.epochs + 2);
  });

  test('explains its options, and mistakes in them', () => {
    const { stdout } = run('--help');
    for (const option of ['--style', '--model', '--epochs', '--batch-size', '--learning-rate', '--optimizer', '--seed'])
      expect(stdout).toContain(option);
    const { status, stderr } = run('--model', 'transformer');
    expect(status).toBe(1);
    expect(stderr).toContain("argument 'transformer' is invalid. Allowed choices are mlp, cnn, lstm.");
  });

  test('tells in one line what is wrong, before it trains', () => {
    const file = join(folder(), 'a-file');
    writeFileSync(file, '');
    expect(run('--data-dir', '/data')).toEqual(
      expect.objectContaining({
        status: 1,
        stdout: '',
        stderr: "error: load: expected no dataDir, received '/data'.\n",
      }),
    );
    expect(run('--resume').stderr).toBe(
      'error: --resume: expected --out, received none. Name the folder of the earlier run.\n',
    );
    expect(run('--resume', '--out', folder()).stderr).toMatch(
      /^error: --resume: expected training.safetensors of an earlier run in .*, received none. Run without --resume first.\n$/,
    );
    const { status, stderr } = run('--out', join(file, 'out'));
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^error: --out: expected a folder that can be written to, received .*a-file.out \(.*\)\. Choose another one\.\n$/,
    );
    expect(existsSync(join(file, 'out'))).toBe(false);
  });
});
