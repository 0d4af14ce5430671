import { expect, test } from '@jest/globals';
import { fuzz } from './support/fuzz.js';

// `npm run chaos` reads more of them, others each time.
const count = Number(process.env['SIXSTEP_FUZZ_FILES'] ?? 20_000);
const seed = Number(process.env['SIXSTEP_FUZZ_SEED'] ?? 1);

test(
  `${count} changed files are read, or refused with an error that says what is wrong, each within a second`,
  async () => {
    const before = process.memoryUsage().rss;
    const { files, refused, faults, slowest } = await fuzz(count, seed);
    expect(faults).toStrictEqual([]);
    expect(files).toBe(count);
    expect(refused).toBeGreaterThan(count / 2);
    expect(slowest).toBeLessThan(1000);
    expect(process.memoryUsage().rss - before).toBeLessThan(600e6);
  },
  120_000 + 20 * count,
);
