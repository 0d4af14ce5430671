import { expect, test } from '@jest/globals';
import { fuzz } from './support/fuzz.js';

test('20,000 changed files are read, or refused with an error that says what is wrong, each within a second', async () => {
  const before = process.memoryUsage().rss;
  const { files, refused, faults, slowest } = await fuzz(20_000, 1);
  expect(faults).toStrictEqual([]);
  expect(files).toBe(20_000);
  expect(refused).toBeGreaterThan(10_000);
  expect(slowest).toBeLessThan(1000);
  expect(process.memoryUsage().rss - before).toBeLessThan(600e6);
}, 120_000);
