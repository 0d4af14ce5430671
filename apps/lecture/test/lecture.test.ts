import { beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMnist } from '@sixstep/datasets';

const main = join(process.cwd(), 'dist/main.js');
const folder = mkdtempSync(join(tmpdir(), 'lecture-'));
const hasDigits = await loadMnist({ mirrors: [] }).then(
  () => true,
  () => false,
);
const testWithDigits = hasDigits ? test : test.skip;

/** Runs the program as a user does. */
const run = (...args: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args]);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });

/** The figures of the lecture, by section. */
const figures = [
  ...['decay-path', 'decay-rate', 'small-path', 'large-path', 'learning-rates-w', 'learning-rates-loss'],
  ...['sigmoid', 'tanh', 'relu', 'leaky-relu', 'softmax'].map((name) => `activation-${name}`),
  ...['derivatives', 'vanishing-gradient', 'dead-relu', 'raw-features', 'standardized-features'],
  ...['activation-spread', 'activation-histograms'],
  ...['cross-entropy', 'squares-or-cross-entropy', 'squares-or-cross-entropy-learning'],
  ...['underfit', 'good-fit', 'overfit', 'curves'].flatMap((name) => [`regression-${name}`, `classification-${name}`]),
  ...['zeros', 'norm', 'accuracy', 'weights', 'regions-l1', 'regions-l2'].map((name) => `penalties-${name}`),
  ...['dropout-regions', 'dropout-curves'],
  ...['ravine', 'saddle', 'rosenbrock'].flatMap((name) => [`paths-${name}`, `losses-${name}`]),
  ...['iris-curves', 'iris-confusion'],
];
const digitFigures = [
  ...['optimizers-digits-train', 'optimizers-digits-test'],
  ...['mnist-first', 'mnist-curves', 'mnist-confusion', 'mnist-mistakes'],
];

/** The demonstration in double precision. */
const demo = JSON.parse(
  readFileSync(join(process.cwd(), '../../tooling/conformance/fixtures/optimizers-lecture.json'), 'utf8'),
).cases.find(({ name }: { name: string }) => name === 'exponential decay demo from w=5.0');

describe('the lecture', () => {
  let stdout = '';
  let html = '';
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  let numbers: any;

  beforeAll(async () => {
    const [out, json] = [join(folder, 'lecture.html'), join(folder, 'numbers.json')];
    const result = await run('--out', out, '--json', json);
    expect({ status: result.status, stderr: result.stderr }).toEqual({ status: 0, stderr: '' });
    stdout = result.stdout;
    html = readFileSync(out, 'utf8');
    numbers = JSON.parse(readFileSync(json, 'utf8'));
  }, 600_000);

  test('prints the 40 rows of the decay demonstration, to the last digit as the lecture’s program does', () => {
    const rows = stdout.match(/^After \d+ epoch,.*,lr is .*$/gm)!.slice(0, 40);
    // Printed by the lecture's program under TensorFlow 2.21.
    expect(`${rows.join('\n')}\n`).toBe(readFileSync(join(process.cwd(), 'test/fixtures/decay-demo.txt'), 'utf8'));
    // The fixture was reckoned in double precision: its last digit may be rounded the other way.
    const digits = (line: string): number[] => line.match(/-?[\d.]+/g)!.map(Number);
    rows.forEach((row, i) => {
      const printed = digits(demo.expected.printed[i]);
      expect(printed).toHaveLength(4);
      digits(row).forEach((value, k) => expect(Math.abs(value - printed[k]!)).toBeLessThan(1.5e-6));
    });
  });

  test('shows that 0.001 is too small and 0.999 too large', () => {
    const { small, large } = numbers['learning-rate']['too-small-too-large'];
    // w + 1 shrinks by 1 - 2 lr at each step: 6 * 0.998^40 and 6 * (-0.998)^40.
    expect(small.at(-1).w).toBeCloseTo(6 * 0.998 ** 40 - 1, 4);
    expect(large.at(-1).w).toBeCloseTo(6 * 0.998 ** 40 - 1, 4);
    expect(large.at(-2).w).toBeCloseTo(-6 * 0.998 ** 39 - 1, 4);
  });

  test('measures activations: slopes, vanishing gradient, dead relu, spread', () => {
    const { shapes, ...rest } = numbers.activations;
    expect(shapes.steepest.sigmoid).toBeCloseTo(0.25, 4);
    expect(shapes.steepest.tanh).toBeCloseTo(1, 4);
    expect(shapes.functions[3].slopes).toEqual([0.2, 0.2, 0.2, 0.2, 1, 1, 1, 1].map(Math.fround));
    const { factors } = rest['vanishing-gradient'];
    expect(factors.sigmoid).toBeLessThan(1e-8);
    expect(factors.relu).toBeGreaterThan(0.1);
    const { shares } = rest['dead-relu'];
    expect(shares['relu, lr 0.01'].at(-1)).toBe(0);
    expect(shares['relu, lr 1'].at(-1)).toBeGreaterThan(0.4);
    const { deviations } = rest.initialization;
    expect(deviations['relu, He'].at(-1)).toBeGreaterThan(0.5);
    expect(deviations['relu, He'].at(-1)).toBeLessThan(1.2);
    expect(deviations['relu, N(0, 0.01²)'].at(-1)).toBeLessThan(1e-8);
    expect(rest.standardize.standardized.losses.at(-1)).toBeLessThan(rest.standardize.raw.losses.at(-1) / 100);
  });

  test('has the lecture’s losses: 0.511, 0.223 and the five values, apart and in one', () => {
    const { two, apart, fused } = numbers.losses['cross-entropy'];
    expect(two.map((loss: number) => loss.toFixed(3))).toEqual(['0.511', '0.223']);
    const printed = [1.68795487e-4, 1.03475622e-3, 6.58839038e-2, 2.58349207, 5.49852354e-2];
    printed.forEach((value, i) => {
      // Probabilities are rounded to 24 bits, that is by up to 6e-8.
      expect(Math.abs(apart[i] - value)).toBeLessThan(6e-8 * (2 + value));
      expect(Math.abs(fused[i] - value)).toBeLessThan(6e-8 * (1 + value));
    });
    const { slopes, stepsToOneHalf } = numbers.losses['squares-or-cross-entropy'];
    // p - 1, and 2 (p - 1) p (1 - p), at z = 0.
    expect(slopes['cross-entropy'][3]).toBeCloseTo(-0.5, 5);
    expect(slopes['mean squared error'][3]).toBeCloseTo(-0.25, 5);
    expect(stepsToOneHalf['cross-entropy']).toBeLessThan(10);
  });

  test('underfits, fits and overfits, and penalties and dropout mend it', () => {
    const [under, good, over] = numbers.fitting.regression;
    expect(under.train).toBeGreaterThan(0.3);
    expect(over.train).toBeLessThan(good.train / 5);
    expect(over.test).toBeGreaterThan(1.2 * good.test);
    const [line, disc, islands] = numbers.fitting.classification;
    expect(line.testAccuracy).toBeLessThan(0.75);
    expect(islands.trainAccuracy).toBeGreaterThan(disc.trainAccuracy + 0.05);
    expect(disc.testAccuracy).toBeGreaterThan(islands.testAccuracy + 0.03);
    const ofKind = (kind: string) =>
      numbers.fitting.penalties.filter(({ penalty }: { penalty: string }) => penalty === kind);
    const [none] = ofKind('none');
    for (const [i, { zeros, norm }] of ofKind('L1').entries()) {
      expect(zeros).toBeGreaterThan(none.zeros);
      expect(norm).toBeLessThan(ofKind('L1')[i - 1]?.norm ?? none.norm);
      expect(zeros).toBeGreaterThan(ofKind('L2')[i].zeros);
    }
    const { effect, runs } = numbers.fitting.dropout;
    expect(effect.zeros).toBeCloseTo(0.5, 1);
    expect(effect.mean).toBeCloseTo(1, 1);
    expect(runs.at(-1).testAccuracy).toBeGreaterThan(runs[0].testAccuracy + 0.02);
  });

  test('sends eight optimizers from the same start, and each gets lower', () => {
    for (const surface of ['ravine', 'saddle', 'rosenbrock']) {
      const { walks, start } = numbers.optimizers[surface];
      expect(walks.map(({ name }: { name: string }) => name)).toEqual(
        'SGD SGDM NAG AdaGrad AdaDelta RMSProp Adam Nadam'.split(' '),
      );
      for (const { path, losses } of walks) {
        expect(path[0]).toEqual(start.map(Math.fround));
        expect(losses.at(-1)).toBeLessThan(losses[0] / 5);
      }
    }
  });

  test('counts 15 parameters and knows all iris flowers for validation', () => {
    expect(numbers['six-steps'].iris.parameters).toBe(15);
    expect(numbers['six-steps'].iris.valAccuracy).toBe(1);
    expect(stdout).toMatch(/Mis-predicted:\n\[.*\] cm: predicted \w+ \([\d.]+ %\), true \w+/);
    expect(numbers['six-steps'].mnist.parameters).toBe(101_770);
    expect(stdout).toContain('Parameters: 101,770');
  });

  testWithDigits(`learns MNIST${hasDigits ? '' : ' (skipped: no mnist in $SIXSTEP_DATA_DIR or in the cache)'}`, () => {
    expect(numbers['six-steps'].mnist.valAccuracy).toBeGreaterThan(0.97);
    expect(stdout).toMatch(/the worst is image \d+, \d taken for \d/);
    for (const { history } of numbers.optimizers.digits.runs) expect(history.valAccuracy.at(-1)).toBeGreaterThan(0.85);
  });

  test('the page holds all figures in both languages, and nothing from outside', () => {
    for (const id of hasDigits ? [...figures, ...digitFigures] : figures) {
      const figure = html.match(new RegExp(`<figure id="figure-${id}">.*?</figure>`, 's'))?.[0] ?? '';
      expect([id, figure.match(/<svg [^>]*lang="(en|zh)"/g)?.length]).toEqual([id, 2]);
      expect([id, /<svg[^>]*>(?:.*?)NaN/s.test(figure)]).toEqual([id, false]);
    }
    expect(html.match(/<figure /g)).toHaveLength(figures.length + (hasDigits ? digitFigures.length : 0));
    // The namespaces of SVG are names, no addresses that are fetched.
    const rest = html.replace(/xmlns(:\w+)?="[^"]*"/g, '').replace(/<pre.*?<\/pre>/gs, '');
    expect(rest).not.toMatch(/https?:|@import|<link|<script [^>]*src/);
    for (const [, address] of rest.matchAll(/(?:href|src)="([^"]{0,40})/g))
      expect(address).toMatch(/^(#|data:image\/png)/);
    for (const [, address] of rest.matchAll(/url\(([^)]{0,60})\)/g)) expect(address).toMatch(/^#/);
  });

  test('no two things of the page have one name, and every name that is used is there', () => {
    const names = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    const used = [...html.matchAll(/(?:url\(|href=")#([^)"]+)/g)].map((match) => match[1]!);
    expect(used.filter((name) => !names.includes(name))).toEqual([]);
  });
});

test('explains its options, and mistakes in them', async () => {
  expect((await run('--help')).stdout).toContain('--out <file>');
  const { status, stderr } = await run('--seed', 'x');
  expect(status).toBe(1);
  expect(stderr).toContain("error: option '--seed <n>' argument 'x' is invalid. Expected an integer of at least 0.");
});
