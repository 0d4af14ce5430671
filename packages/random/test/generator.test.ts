import { expect, test } from '@jest/globals';
import { Generator, type GeneratorState } from '@sixstep/random';

const SEED_116 = {
  state: [3906305803, 2912714001, 3831906445, 3572892654],
  integers: [1090388034, 2807711266, 450306284, 388467144],
  uniform: [0.4574882984161377, 0.0990149974822998, 0.8404166102409363],
  normal: [2.2078399181549333, -0.5122498077500564, 0.2040095704090953],
  truncatedNormal: [0.7768815164963728, 0.26113101974861563, 1.570032816800609],
  permutation: [6, 2, 4, 0, 3, 1, 5, 7],
};

const draw = <T>(n: number, next: () => T): T[] => Array.from({ length: n }, next);

test('gives the published numbers of xoshiro128** from state 1, 2, 3, 4', () => {
  // First by hand: rotl(2 * 5, 7) * 9 = 10 * 128 * 9 = 11520. The others: the reference implementation in C.
  const generator = new Generator(0);
  generator.state = [1, 2, 3, 4];
  expect(draw(10, () => generator.uint32())).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

test('a seed gives these bits for ever', () => {
  const generator = new Generator(116);
  expect(generator.state).toEqual(SEED_116.state);
  expect(draw(4, () => generator.uint32())).toEqual(SEED_116.integers);
  expect(draw(3, () => generator.uniform())).toEqual(SEED_116.uniform);
  expect(draw(3, () => generator.normal())).toEqual(SEED_116.normal);
  expect(draw(3, () => generator.truncatedNormal())).toEqual(SEED_116.truncatedNormal);
  expect(Array.from(generator.permutation(8))).toEqual(SEED_116.permutation);
});

test('neighbouring seeds give streams with nothing in common', () => {
  const seen = new Set<number>();
  for (let seed = 0; seed < 100; seed++) {
    const generator = new Generator(seed);
    for (let i = 0; i < 10; i++) seen.add(generator.uint32());
  }
  expect(seen.size).toBe(1000);
});

test('state goes back to a place and on from it, through JSON too', () => {
  const generator = new Generator(1);
  draw(17, () => generator.uint32());
  const state = JSON.parse(JSON.stringify(generator.state)) as GeneratorState;
  const first = draw(5, () => generator.normal());
  generator.state = state;
  expect(draw(5, () => generator.normal())).toEqual(first);
  const other = new Generator(2);
  other.state = state;
  expect(draw(5, () => other.normal())).toEqual(first);
});

/** Mean, variance, skewness and kurtosis, which are about normal with known spread for many draws. */
function moments(values: readonly number[]): [number, number, number, number] {
  const average = (f: (x: number) => number): number => values.reduce((sum, x) => sum + f(x), 0) / values.length;
  const mean = average((x) => x);
  const variance = average((x) => (x - mean) ** 2);
  const central = (k: number): number => average((x) => (x - mean) ** k) / variance ** (k / 2);
  return [mean, variance, central(3), central(4)];
}

test('uniform has the moments of [0, 1), never 1, and 24 bits', () => {
  const generator = new Generator(7);
  const values = draw(100_000, () => generator.uniform());
  const [mean, variance] = moments(values);
  expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / 1e5));
  expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / 1e5));
  expect(values.every((x) => x >= 0 && x < 1 && Math.fround(x) === x)).toBe(true);
});

test('normal has the moments of the standard normal distribution', () => {
  const generator = new Generator(8);
  const [mean, variance, skewness, kurtosis] = moments(draw(100_000, () => generator.normal()));
  expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(1 / 1e5));
  expect(Math.abs(variance - 1)).toBeLessThan(5 * Math.sqrt(2 / 1e5));
  expect(Math.abs(skewness)).toBeLessThan(5 * Math.sqrt(6 / 1e5));
  expect(Math.abs(kurtosis - 3)).toBeLessThan(5 * Math.sqrt(24 / 1e5));
});

test('truncatedNormal stays within 2, comes near it, and has the moments of the cut distribution', () => {
  // Variance: 1 - 2 * 2 phi(2) / (Phi(2) - Phi(-2)) = 1 - 4 * 0.0539909665 / 0.9544997361 = 0.7737413.
  const generator = new Generator(9);
  const values = draw(100_000, () => generator.truncatedNormal());
  const [mean, variance] = moments(values);
  expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(0.7737 / 1e5));
  expect(Math.abs(variance - 0.7737413)).toBeLessThan(0.01);
  expect(values.every((x) => Math.abs(x) < 2)).toBe(true);
  expect(Math.max(...values)).toBeGreaterThan(1.99);
  expect(Math.min(...values)).toBeLessThan(-1.99);
});

test('integer is even over [0, n) for an n that does not divide 2^32', () => {
  const generator = new Generator(10);
  const counts = new Array<number>(6).fill(0);
  for (let i = 0; i < 60_000; i++) counts[generator.integer(6)]!++;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt(60_000 * (1 / 6) * (5 / 6)));
  expect(generator.integer(1)).toBe(0);
});

test('shuffle makes each of the 24 orders of four items equally often', () => {
  const generator = new Generator(11);
  const counts = new Map<string, number>();
  for (let i = 0; i < 24_000; i++) {
    const items = ['a', 'b', 'c', 'd'];
    generator.shuffle(items);
    counts.set(items.join(''), (counts.get(items.join('')) ?? 0) + 1);
  }
  expect(counts.size).toBe(24);
  // Chi-squared with 23 degrees of freedom: mean 23, standard deviation 6.8.
  const chi = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(chi).toBeLessThan(23 + 5 * 6.8);
});

test('permutation holds every index once', () => {
  const order = new Generator(12).permutation(1000);
  expect(Array.from(order).sort((a, b) => a - b)).toEqual(draw(1000, () => 0).map((_, i) => i));
  expect(Array.from(new Generator(12).permutation(0))).toEqual([]);
});

test.each([
  [() => new Generator(-1), 'Generator: expected seed to be an integer >= 0 and <= 4294967295, received -1.'],
  [() => new Generator(0.5), 'Generator: expected seed to be an integer >= 0 and <= 4294967295, received 0.5.'],
  [
    () => new Generator(1).integer(0),
    'Generator.integer: expected n to be an integer >= 1 and <= 4294967296, received 0.',
  ],
  [
    () => new Generator(1).permutation(-3),
    'Generator.permutation: expected n to be an integer >= 0 and <= 2147483647, received -3.',
  ],
  [
    () => (new Generator(1).state = [0, 0, 0, 0]),
    'Generator: expected state to be four integers from 0 to 4294967295, not all 0, received [0, 0, 0, 0]. ' +
      'Assign what generator.state gave.',
  ],
  [
    () => (new Generator(1).state = [1, 2, 3] as unknown as GeneratorState),
    'Generator: expected state to be four integers from 0 to 4294967295, not all 0, received [1, 2, 3]. ' +
      'Assign what generator.state gave.',
  ],
])('says what is wrong: %#', (act, message) => {
  expect(act).toThrow(new Error(message));
});
