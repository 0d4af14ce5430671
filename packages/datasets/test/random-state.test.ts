import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { RandomState, loadIris, type ArrayData } from '@sixstep/datasets';
import { setRandomSeed } from '@sixstep/random';

interface Case {
  name: string;
  target: string;
  config: {
    seed: number;
    n: number;
    calls: number;
    size: number;
    low: number;
    high: number;
    loc: number;
    scale: number;
  };
  expected: Record<string, number[] | number[][]>;
  rtol: number;
}
const file = new URL('../../../tooling/conformance/fixtures/numpy-random.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] };
const list = ({ data }: ArrayData): number[] => Array.from(data);

function run({ target, config }: Case): Record<string, unknown> {
  const random = new RandomState(config.seed);
  const { n, size, low, high } = config;
  switch (target.replace('numpy.random.', '')) {
    case 'rand':
      return { values: list(random.rand(size)) };
    case 'randn':
      return { values: list(random.randn(size)) };
    case 'random_sample':
      return { values: list(random.randomSample(size)) };
    case 'standard_normal':
      return { values: list(random.standardNormal([size])) };
    case 'randint':
      return { values: list(random.randint(low, high, size)) };
    case 'uniform':
      return { values: list(random.uniform(low, high, size)) };
    case 'normal':
      return { values: list(random.normal(config.loc, config.scale, [size])) };
    case 'permutation':
      return { orders: Array.from({ length: config.calls }, () => Array.from(random.permutation(n))) };
    case 'shuffle': {
      const order = Array.from({ length: n }, (_, i) => i);
      random.shuffle(order);
      const { x, y } = loadIris();
      if (n === 150) {
        for (const array of [x, y]) {
          random.seed(config.seed);
          random.shuffle(array);
        }
      }
      const first = [0, 1, 2, 3, 4].map((i) =>
        Array.from(x.data.subarray(4 * i, 4 * i + 4), (v) => Math.round(v * 10) / 10),
      );
      return { order, x_first: first, y_first: list(y).slice(0, 5), y: list(y) };
    }
    default:
      return {
        rand: list(random.rand(3)),
        randn: list(random.randn(3)),
        randint: list(random.randint(0, 10, 3)),
        permutation: Array.from(random.permutation(6)),
        randn_again: list(random.randn(2)),
        rand_again: list(random.rand(2)),
      };
  }
}

test.each(cases.map((c) => [c.name, c] as const))('%s is as NumPy has it', (_, c) => {
  const results = run(c);
  expect(Object.keys(c.expected).length).toBeGreaterThan(0);
  for (const [key, values] of Object.entries(c.expected)) {
    const [got, expected] = [(results[key] as number[]).flat(), (values as number[]).flat()];
    expect(got.length).toBe(expected.length);
    got.forEach((value, i) =>
      expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(c.rtol * Math.abs(expected[i]!)),
    );
  }
});

const sha256 = (data: Uint8Array | Float64Array): string =>
  createHash('sha256').update(new Uint8Array(data.buffer)).digest('hex');

test('ten thousand uniform draws are NumPy’s to the bit', () => {
  expect(sha256(new RandomState(3).rand(10_000).data)).toBe(
    '0f08c72f8f5c66fe5c38489789c792f4ef814d2eec06cf9071f4eaeabcbed791',
  );
});

test('the draws that a hundred thousand normal ones use up are as many as NumPy’s', () => {
  const random = new RandomState(3);
  expect(random.randn(100_001).data.at(-1)).toBeCloseTo(-0.4208876668170408, 14);
  expect(sha256(Uint8Array.from(random.randint(0, 256, 1000).data))).toBe(
    '62237ab3c195c1fe04150127ff988daa58d08f44731a967786eba9c13acdc2d7',
  );
});

test('several integers are a seed, as in NumPy', () => {
  const random = new RandomState([1, 2, 3]);
  expect(list(random.randint(0, 2 ** 32, 3))).toEqual([2619334238, 1552691353, 3808334787]);
  expect(list(new RandomState(Array.from({ length: 700 }, (_, i) => i)).randint(0, 2 ** 32, 3))).toEqual([
    3727595200, 1914792892, 3929396303,
  ]);
});

test('integers beyond 32 bits are NumPy’s, and a range of one uses no draw', () => {
  const random = new RandomState(5);
  expect(list(random.randint(-(2 ** 52), 2 ** 52, 3))).toEqual([
    1279157461862606, -2163908327381315, -1253553362576266,
  ]);
  expect(list(random.randint(0, 2 ** 40 + 1, 3))).toEqual([34745516772, 993841416126, 680694927056]);
  expect(list(random.randint(7, 8, 3))).toEqual([7, 7, 7]);
  expect(random.rand()).toBe(0.29680050157622195);
});

test('samples of several numbers move together', () => {
  const random = new RandomState(6);
  const x = { data: Uint8Array.from({ length: 12 }, (_, i) => i), shape: [4, 3], scale: 0.5 };
  random.shuffle(x);
  expect(list(x)).toEqual([0, 1, 2, 9, 10, 11, 3, 4, 5, 6, 7, 8]);
  const copy = random.permutation(x);
  expect(list(copy)).toEqual([6, 7, 8, 9, 10, 11, 3, 4, 5, 0, 1, 2]);
  expect(copy).toMatchObject({ shape: [4, 3], scale: 0.5 });
  expect(list(x)).toEqual([0, 1, 2, 9, 10, 11, 3, 4, 5, 6, 7, 8]);
});

test('a list, a typed array and a number are permuted alike', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  expect(new RandomState(116).permutation(5)).toEqual(Int32Array.of(4, 1, 2, 0, 3));
  expect(new RandomState(116).permutation(names)).toEqual(['e', 'b', 'c', 'a', 'd']);
  expect(new RandomState(116).permutation(Float32Array.of(0, 1, 2, 3, 4))).toEqual(Float32Array.of(4, 1, 2, 0, 3));
  expect(names).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('a state that was kept goes on where it was, with the second normal draw of a pair', () => {
  const random = new RandomState(7);
  random.randn(3);
  const { state } = random;
  const first = [random.randn(), random.rand(), random.randint(1000)];
  random.rand(2000);
  random.state = state;
  expect([random.randn(), random.rand(), random.randint(1000)]).toEqual(first);
});

test('a new seed forgets the second normal draw of a pair', () => {
  const random = new RandomState(42);
  random.randn();
  random.seed(42);
  expect(random.randn()).toBe(new RandomState(42).randn());
});

test('without a seed the common stream gives one', () => {
  setRandomSeed(1);
  const first = new RandomState().rand();
  expect(new RandomState().rand()).not.toBe(first);
  setRandomSeed(1);
  expect(new RandomState().rand()).toBe(first);
});

test.each([
  [
    () => new RandomState(-1),
    'RandomState: expected seed to be an integer >= 0 and <= 4294967295, received -1. Pass a number such as 42.',
  ],
  [
    () => new RandomState(2 ** 32),
    'RandomState: expected seed to be an integer >= 0 and <= 4294967295, received 4294967296.',
  ],
  [() => new RandomState([]), 'RandomState: expected seed to be at least one integer, received none.'],
  [
    () => new RandomState([0.5]),
    'RandomState: expected seed[0] to be an integer >= 0 and <= 4294967295, received 0.5.',
  ],
  [() => new RandomState(0).rand(-1), 'rand: expected every dimension to be an integer >= 0, received -1.'],
  [() => new RandomState(0).randint(3, 3), 'randint: expected low < high, received 3 and 3.'],
  [() => new RandomState(0).randint(0), 'randint: expected low < high, received 0 and 0.'],
  [() => new RandomState(0).randint(0.5), 'randint: expected low to be an integer'],
  [() => new RandomState(0).normal(0, -1), 'normal: expected scale to be a number >= 0, received -1.'],
  [() => new RandomState(0).uniform(0, Infinity), 'uniform: expected high to be a number, received Infinity.'],
  [
    () => new RandomState(0).shuffle(3 as never),
    'shuffle: expected a list, a typed array or { data, shape }, received 3.',
  ],
  [() => new RandomState(0).permutation('abc' as never).length, "received 'abc'."],
  [
    () => new RandomState(0).shuffle({ data: new Int8Array(3), shape: [2] }),
    'shuffle: expected x to have 2 values for its shape [2], received 3.',
  ],
])('a bad argument is named: %#', (act, text) => {
  expect(act).toThrow(text);
});
