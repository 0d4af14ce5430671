import { expect, test } from '@jest/globals';
import { normalQuantile } from '@sixstep/random';

// Python's statistics.NormalDist().inv_cdf
const GOLDEN = [
  [2 ** -33, -6.337957754553789],
  [1e-5, -4.2648907939228256],
  [0.001, -3.090232306167813],
  [0.0228, -1.9990772149717695],
  [0.075, -1.4395314709384557],
  [0.0750001, -1.4395307645017297],
  [0.2, -0.8416212335729142],
  [0.4, -0.2533471031357998],
  [0.6, 0.2533471031357998],
  [0.93, 1.4757910281791708],
  [0.99, 2.3263478740408408],
  [0.99999, 4.26489079392384],
] as const;

test.each(GOLDEN)('the quantile of %p is %p', (p, z) => {
  expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(1e-14 * Math.abs(z) + 1e-16);
});

test('is odd about one half', () => {
  expect(normalQuantile(0.5)).toBe(0);
  for (const p of [1 / 1024, 1 / 64, 1 / 8, 3 / 8]) expect(normalQuantile(1 - p)).toBe(-normalQuantile(p));
});

test('rises from one 16-bit step to the next', () => {
  let last = -Infinity;
  for (let i = 0; i < 2 ** 16; i++) {
    const z = normalQuantile((i + 0.5) * 2 ** -16);
    if (!(z > last)) throw new Error(`falls at ${i}: ${z} after ${last}`);
    last = z;
  }
  expect(last).toBeGreaterThan(4);
});
