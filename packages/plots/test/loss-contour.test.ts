import { expect, test } from '@jest/globals';
import { lossContour } from '@sixstep/plots';
import { drawn, pairs } from './drawn.js';

const bowl = (x: number, y: number): number => x * x + y * y;

test('there are as many levels as are asked for, and they enclose equal areas', () => {
  // A surface that rises steadily to the right: equal areas are equal distances.
  const { all } = drawn(lossContour({ loss: (x) => x, levels: 4, xDomain: [0, 1], yDomain: [0, 1] }));
  const lefts = all('g[aria-label="contour"] path').map((path) => Math.min(...pairs(path).map(([x]) => x)));
  expect(lefts).toHaveLength(4);
  const steps = lefts.slice(1).map((left, i) => left - lefts[i]!);
  for (const step of steps) expect(Math.abs(step - steps[0]!)).toBeLessThan(4);
});

test('every path has its color, a ring at the start, dots for its steps and a square at the end', () => {
  const paths = {
    sgd: [
      [-1, 1],
      [0, 0.5],
      [0.5, 0],
    ] as const,
    adam: { data: Float32Array.of(1, 1, 0, 0), shape: [2, 2] },
  };
  const { groups, legend } = drawn(lossContour({ loss: bowl, paths, minimum: [0, 0] }));
  expect(legend).toEqual(['sgd', 'adam', 'start', 'end', 'minimum']);
  const strokes = groups('line').map((line) => line.getAttribute('stroke'));
  expect(strokes.filter((stroke) => stroke?.includes('series'))).toEqual(['var(--s-series-1)', 'var(--s-series-2)']);
  // 3 + 2 steps, 2 squares, 2 rings, 1 cross
  expect(groups('dot').flatMap((group) => [...group.children])).toHaveLength(10);
});

test('a grid of values is drawn as the function that it came from', () => {
  const data = new Float64Array(150 * 200);
  data.forEach(
    (_, i) => (data[i] = bowl(-2 + (4 * ((i % 200) + 0.5)) / 200, -2 + (4 * (Math.floor(i / 200) + 0.5)) / 150)),
  );
  expect(lossContour({ loss: { data, shape: [150, 200] } })).toEqual(lossContour({ loss: bowl }));
});

test('the first row of a grid is the lowest', () => {
  const { all } = drawn(lossContour({ loss: { data: Float32Array.of(0, 0, 1, 1), shape: [2, 2] }, levels: 1 }));
  const ys = pairs(all('g[aria-label="contour"] path')[0]!).map(([, y]) => y);
  // The greater half is the upper one. Pixels count downwards: the panel is 420 high, its frame from 26 to 382.
  expect(Math.min(...ys)).toBeLessThan(40);
});

test('a path that diverged and a surface with holes can be drawn', () => {
  const loss = (x: number, y: number): number => (x > 1 ? NaN : x > 0.5 ? Infinity : bowl(x, y));
  const { svg } = lossContour({
    loss,
    paths: {
      sgd: [
        [-1, 0],
        [-Infinity, NaN],
      ],
    },
  });
  expect(svg).not.toMatch(/NaN|Infinity/);
});

test('two pictures in one page share no clip path unless it is the same', () => {
  const ids = [300, 400].map((height) => /clipPath id="([^"]+)"/.exec(lossContour({ loss: bowl, height }).svg)?.[1]);
  expect(ids[0]).toBeDefined();
  expect(ids[0]).not.toBe(ids[1]);
});

test.each([
  [{ loss: () => NaN }, 'lossContour: expected loss to be finite somewhere, received NaN.'],
  [
    { loss: { data: new Float32Array(6), shape: [6] } },
    'lossContour: expected loss to be of shape [rows, columns], received shape [6].',
  ],
  [
    { loss: bowl, paths: { sgd: { data: new Float32Array(6), shape: [2, 3] } } },
    'lossContour: expected sgd to be of shape [steps, 2], received shape [2, 3].',
  ],
  [{ loss: bowl, paths: { sgd: [3] as never } }, 'lossContour: expected every step of sgd to be [x, y], received 3.'],
  [
    { loss: bowl, xDomain: [2, -2] as const },
    'lossContour: expected xDomain to be [low, high] with low < high, received [2, -2].',
  ],
  [{ loss: bowl, levels: 0 }, 'lossContour: expected levels to be an integer >= 1 and <= 200, received 0.'],
])('what is no surface is said: %#', (options, message) => {
  expect(() => lossContour(options)).toThrow(new Error(message));
});
