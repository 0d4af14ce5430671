import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { type Initializer, initializers, type StftOptions, stft, type WindowName } from '@sixstep/initializers';

interface Case {
  name: string;
  target: string;
  config: Record<string, unknown>;
  inputs: { shape: number[] };
  rtol: number;
  atol: number;
  expected: {
    distribution: string;
    value?: { shape: number[]; data: number[] };
    mean: number;
    std: number;
    mean_within: number;
    std_within: number;
    min?: number;
    max?: number;
    reach?: number;
    gain: number;
    flat_shape: [number, number];
    orthonormal: 'rows' | 'columns';
  };
}

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const { cases } = read('../../../tooling/conformance/fixtures/initializers.json') as { cases: Case[] };

const camelCase = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const factoryName = (target: string): string => {
  const name = target.split('.').at(-1)!;
  return name === 'STFT' ? 'stft' : name[0]!.toLowerCase() + name.slice(1);
};

function make({ target, config }: Case, extra: object = {}): Initializer {
  const options = Object.entries(config).map(([key, value]) => [
    camelCase(key),
    typeof value === 'string' ? camelCase(value) : value,
  ]);
  const factory = initializers[factoryName(target) as 'zeros'] as (options: object) => Initializer;
  return factory({ ...(Object.fromEntries(options) as object), ...extra });
}

const values = (initializer: Initializer, shape: number[]): number[] => {
  const w = initializer(shape);
  const data = Array.from(w.dataSync());
  expect(w.shape).toEqual(shape);
  w.dispose();
  return data;
};

test('the fixtures are all here', () => {
  expect(cases.length).toBe(35);
});

test.each(cases.filter(({ expected }) => expected.distribution === 'exact'))('$name', (c) => {
  const got = values(make(c), c.inputs.shape);
  c.expected.value!.data.forEach((want, i) => {
    expect(Math.abs(got[i]! - want)).toBeLessThanOrEqual(c.atol + c.rtol * Math.abs(want));
  });
});

test.each(cases.filter(({ expected }) => expected.distribution === 'orthogonal'))('$name', (c) => {
  const { gain, orthonormal, flat_shape } = c.expected;
  const [rows, columns] = flat_shape;
  const w = values(make(c, { seed: 1 }), c.inputs.shape);
  const [vectors, length] = orthonormal === 'rows' ? [rows, columns] : [columns, rows];
  const at = (v: number, i: number): number => (orthonormal === 'rows' ? w[v * columns + i]! : w[i * columns + v]!);
  for (let a = 0; a < vectors; a++) {
    for (let b = 0; b < vectors; b++) {
      let dot = 0;
      for (let i = 0; i < length; i++) dot += at(a, i) * at(b, i);
      expect(Math.abs(dot - (a === b ? gain ** 2 : 0))).toBeLessThanOrEqual(c.atol);
    }
  }
});

test.each(cases.filter(({ expected }) => expected.mean !== undefined))('$name', (c) => {
  const { mean, std, mean_within, std_within, min = -Infinity, max = Infinity, reach } = c.expected;
  for (let seed = 0; seed < 3; seed++) {
    const w = values(make(c, { seed }), c.inputs.shape);
    const average = w.reduce((sum, x) => sum + x, 0) / w.length;
    const deviation = Math.sqrt(w.reduce((sum, x) => sum + (x - average) ** 2, 0) / w.length);
    const [low, high] = [w.reduce((a, b) => (a < b ? a : b)), w.reduce((a, b) => (a > b ? a : b))];
    expect(Math.abs(average - mean)).toBeLessThanOrEqual(mean_within);
    expect(Math.abs(deviation - std)).toBeLessThanOrEqual(std_within);
    expect(low).toBeGreaterThanOrEqual(min);
    expect(high).toBeLessThanOrEqual(max);
    if (reach !== undefined) expect(high).toBeGreaterThan(mean + reach * (max - mean));
  }
  const draw = (initializer: Initializer): string => values(initializer, c.inputs.shape).join();
  expect(draw(make(c, { seed: 5 })) === draw(make(c, { seed: 5 }))).toBe(true);
  const instance = make(c);
  const first = draw(instance);
  expect(draw(instance) === first).toBe(true);
  expect(draw(make(c)) === first).toBe(false);
});

// The kernel of bin 0 is cos(0) = 1 times the window.
const windows = Object.entries(read('./golden/windows.json') as Record<string, number[]>);
test.each(windows)('the window %s is that of scipy.signal.get_window', (title, expected) => {
  const [window, length, periodic] = title.split(' ') as [WindowName, string, string];
  const kernel = stft({ window, periodic: periodic === 'True', scaling: null });
  values(kernel, [Number(length), 1, 2]).forEach((got, i) => {
    if (i % 2 === 0) expect(Math.abs(got - expected[i / 2]!)).toBeLessThan(1e-7);
  });
});

const kernels = read('./golden/stft.json') as { config: StftOptions; shape: number[]; value: number[] }[];
test.each(kernels)('stft($config) of $shape is that of Keras', ({ config, shape, value }) => {
  values(stft(config), shape).forEach((got, i) => {
    expect(Math.abs(got - value[i]!)).toBeLessThanOrEqual(1e-7 + 1e-6 * Math.abs(value[i]!));
  });
});
