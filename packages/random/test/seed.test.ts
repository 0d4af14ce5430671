import { expect, test } from '@jest/globals';
import { drawSeed, Generator, setRandomSeed } from '@sixstep/random';

test('unseeded, the common stream starts at a random place and goes on', () => {
  const seeds = Array.from({ length: 100 }, drawSeed);
  expect(new Set(seeds).size).toBeGreaterThan(95);
  expect(seeds.every((seed) => seed >>> 0 === seed)).toBe(true);
});

test('setRandomSeed starts it anew: the same seed, the same seeds', () => {
  setRandomSeed(42);
  const first = Array.from({ length: 5 }, drawSeed);
  setRandomSeed(43);
  const other = Array.from({ length: 5 }, drawSeed);
  setRandomSeed(42);
  expect(Array.from({ length: 5 }, drawSeed)).toEqual(first);
  expect(other).not.toEqual(first);
  const generator = new Generator(42);
  expect(first).toEqual(Array.from({ length: 5 }, () => generator.uint32()));
});

test('setRandomSeed says what a seed is', () => {
  expect(() => setRandomSeed(1e10)).toThrow(
    new Error(
      'setRandomSeed: expected seed to be an integer >= 0 and <= 4294967295, received 10000000000. ' +
        'Pass a number such as setRandomSeed(42).',
    ),
  );
});
