import { expect, test } from '@jest/globals';
import { weightHistogram } from '@sixstep/plots';
import { drawn } from './drawn.js';

const heights = (options: Parameters<typeof weightHistogram>[0]): number[] =>
  drawn(weightHistogram(options))
    .all('g[aria-label="rect"] rect')
    .map((bar) => Number(bar.getAttribute('height')));

test('a bar is as high as its bin has weights', () => {
  // Bins [0, 1), [1, 2), [2, 3), [3, 4]: 1, 0, 2 and 2 weights, for the last bin has both of its ends.
  const found = heights({ weights: { w: [0, 2, 2.5, 3, 4] }, bins: 4 });
  expect(found).toHaveLength(3);
  expect(found[1]! / found[0]!).toBeCloseTo(2, 1);
  expect(found[2]).toBe(found[1]);
});

test('mean, standard deviation, zeros and what is not finite are said', () => {
  const weights = {
    'dense/kernel': { data: Float32Array.of(0, 2, 0, 6), shape: [2, 2] },
    bias: [1, NaN, 3, -Infinity],
  };
  const { labels, texts } = drawn(weightHistogram({ weights }));
  // Mean 8 / 4; variance (4 + 0 + 4 + 16) / 4 = 6.
  expect(texts.slice(1, 3)).toEqual(['dense/kernel', 'μ 2 · σ 2.45 · zeros 50.0 %']);
  expect(texts).toContain('μ 2 · σ 1 · not finite 2');
  expect(labels('x-axis label')).toEqual(['weight', 'weight']);
  expect(labels('y-axis label')).toEqual(['count', 'count']);
});

test('a scale counts, and a domain holds for all', () => {
  const { labels } = drawn(
    weightHistogram({
      weights: { a: { data: Uint8Array.of(0, 255), shape: [2], scale: 1 / 255 }, b: [5] },
      domain: [-1, 1],
    }),
  );
  const ticks = labels('x-axis tick label');
  expect(ticks.slice(0, ticks.length / 2)).toEqual(ticks.slice(ticks.length / 2));
  expect(ticks[0]).toBe('−1');
});

test('on a logarithmic axis ten times as many are one step higher', () => {
  const many = (n: number, value: number): number[] => new Array<number>(n).fill(value);
  const [one, ten, hundred] = heights({
    weights: { w: [...many(1, 0), ...many(10, 1), ...many(100, 2)] },
    bins: 3,
    log: true,
  }) as [number, number, number];
  expect(hundred - ten).toBeCloseTo(ten - one, 1);
});

test('weights that are all equal can be drawn', () => {
  expect(heights({ weights: { zeros: new Float32Array(9) } })).toHaveLength(1);
});

test.each([
  [{ weights: {} }, 'weightHistogram: expected weights to be arrays by name, received an object [object Object].'],
  [{ weights: { w: [NaN] } }, 'weightHistogram: expected w to have a finite number, received [NaN].'],
  [
    { weights: { w: 'kernel' as never } },
    "weightHistogram: expected w to be { data: TypedArray, shape: number[] }, received 'kernel'. " +
      'Wrap plain numbers, e.g. { data: Float32Array.from(numbers), shape: [numbers.length] }.',
  ],
  [{ weights: { w: [1] }, bins: 0 }, 'weightHistogram: expected bins to be an integer >= 1 and <= 1000, received 0.'],
])('what has no distribution is said: %#', (options, message) => {
  expect(() => weightHistogram(options)).toThrow(new Error(message));
});
