import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { type StftOptions, stft, type WindowName } from '@sixstep/initializers';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

const values = (options: StftOptions, shape: number[]): number[] => {
  const w = stft(options)(shape);
  const data = Array.from(w.dataSync());
  w.dispose();
  return data;
};

// The kernel of bin 0 is cos(0) = 1 times the window.
const windows = Object.entries(read('./golden/windows.json') as Record<string, number[]>);
test.each(windows)('the window %s is that of scipy.signal.get_window', (title, expected) => {
  const [window, length, periodic] = title.split(' ') as [WindowName, string, string];
  values({ window, periodic: periodic === 'True', scaling: null }, [Number(length), 1, 2]).forEach((got, i) => {
    if (i % 2 === 0) expect(Math.abs(got - expected[i / 2]!)).toBeLessThan(1e-7);
  });
});

const kernels = read('./golden/stft.json') as { config: StftOptions; shape: number[]; value: number[] }[];
test.each(kernels)('stft($config) of $shape is that of Keras', ({ config, shape, value }) => {
  values(config, shape).forEach((got, i) => {
    expect(Math.abs(got - value[i]!)).toBeLessThanOrEqual(1e-7 + 1e-6 * Math.abs(value[i]!));
  });
});
