import { expect, test } from '@jest/globals';
import { lineChart } from '@sixstep/plots';
import { drawn, pairs } from './drawn.js';

test('every line has its name, color and points', () => {
  const { all, groups, labels, legend } = drawn(
    lineChart({
      lines: { a: { y: [1, 2, 3] }, b: { x: [0, 2], y: [3, 1], dashed: true, dots: false } },
      xLabel: 'λ',
      yLabel: 'norm',
    }),
  );
  expect(legend).toEqual(['a', 'b']);
  expect([...labels('x-axis label'), ...labels('y-axis label')]).toEqual(['λ', 'norm']);
  expect(groups('line').map((line) => line.getAttribute('stroke-dasharray'))).toEqual([null, '5,3']);
  expect(all('g[aria-label="dot"] circle')).toHaveLength(3);
  // The second line's ends are the first one's, turned upside down.
  const [first, second] = all('g[aria-label="line"] path').map(pairs) as [[number, number][], [number, number][]];
  expect(second).toEqual([
    [first[0]![0], first[2]![1]],
    [first[2]![0], first[0]![1]],
  ]);
});

test('on logarithmic axes a power is a straight line', () => {
  const { all } = drawn(lineChart({ lines: { cube: { x: [1, 10, 100], y: [1, 1e3, 1e6] } }, log: 'both' }));
  const [a, b, c] = pairs(all('g[aria-label="line"] path')[0]!) as [
    [number, number],
    [number, number],
    [number, number],
  ];
  expect(c[0] - b[0]).toBeCloseTo(b[0] - a[0], 1);
  expect(c[1] - b[1]).toBeCloseTo(b[1] - a[1], 1);
});

test('what an axis cannot show is a gap', () => {
  const { all } = drawn(lineChart({ lines: { a: { y: [1, 2, 0, NaN, 3, 4] } }, log: 'y' }));
  expect(all('g[aria-label="line"] path')[0]!.getAttribute('d')!.match(/M/g)).toHaveLength(2);
  expect(all('g[aria-label="dot"] circle')).toHaveLength(4);
});

test.each([
  [{ lines: {} }, 'lineChart: expected lines by name, received an object [object Object].'],
  [{ lines: { a: { x: [1], y: [1, 2] } } }, 'lineChart: expected x of a to have 2 numbers, received shape [1].'],
  [{ lines: { a: { y: [] } } }, 'lineChart: expected a line with a number that can be drawn, received none.'],
  [
    { lines: { a: { y: [1] } }, log: 'y' as const, yDomain: [0, 1] as const },
    'lineChart: expected yDomain to be a number > 0, received 0. Its axis is logarithmic.',
  ],
  [
    { lines: { a: { y: [1] } }, log: 'z' as never },
    "lineChart: expected log to be one of 'x', 'y', 'both', 'none', received 'z'.",
  ],
])('what is no line is said: %#', (options, message) => {
  expect(() => lineChart(options)).toThrow(new Error(message));
});
