import { expect, test } from '@jest/globals';
import { type ArrayData, regressionFit } from '@sixstep/plots';
import { memory, tensor, type Tensor } from '@tensorflow/tfjs-core';
import { drawn, pairs } from './drawn.js';

const x = [0, 1, 2];
const y = { data: Float32Array.of(0, 1, 4), shape: [3, 1] };
const linear = ({ data }: ArrayData): number[] => Array.from(data, (value) => 2 * value);
const exact = ({ data, shape }: ArrayData): ArrayData => ({ data: data.map((value) => value * value), shape });

test('every fit has a line and its mean squared error', async () => {
  const { all, legend, labels } = drawn(await regressionFit({ x, y, predict: { linear, exact } }));
  // (0 - 0)², (1 - 2)², (4 - 4)², so 1 / 3.
  expect(legend).toEqual(['train', 'linear · MSE 0.333', 'exact · MSE 0']);
  expect(all('g[aria-label="line"]')).toHaveLength(2);
  expect(all('g[aria-label="dot"] circle')).toHaveLength(3);
  expect([...labels('x-axis label'), ...labels('y-axis label')]).toEqual(['x', 'y']);
});

test('samples that were not fitted have rings and their own error, and the truth a dashed line', async () => {
  const drawing = await regressionFit({
    x,
    y,
    predict: (points) => Promise.resolve(linear(points)),
    test: { x: [1, 3], y: [2, 9] },
    truth: (at) => at * at,
    language: 'zh',
  });
  const { groups, legend } = drawn(drawing);
  // (2 - 2)² and (9 - 6)², so 4.5.
  expect(legend).toEqual(['训练', '测试', '真实函数', '拟合 · 均方误差 0.333 / 4.5']);
  expect(groups('line').map((line) => line.getAttribute('stroke-dasharray'))).toEqual(['5,3', null]);
  expect(groups('dot').map((dots) => [dots.getAttribute('fill'), dots.children.length])).toEqual([
    ['var(--s-ink)', 3],
    ['none', 2],
  ]);
});

test('the line goes from end to end of the domain', async () => {
  const { all } = drawn(await regressionFit({ x, y, predict: linear, xDomain: [-1, 3], points: 5 }));
  const line = pairs(all('g[aria-label="line"] path')[0]!);
  expect(line.map(([at]) => at)).toEqual([58, 198.5, 339, 479.5, 620]);
});

test.each([
  [{ x, y: [1, 2], predict: linear }, 'regressionFit: expected y to have 3 numbers, received shape [2].'],
  [
    { x: { data: new Float32Array(6), shape: [3, 2] }, y, predict: linear },
    'regressionFit: expected x to be of shape [samples] or [samples, 1], received shape [3, 2].',
  ],
  [
    { x, y, predict: { none: () => [1] }, points: 5 },
    'regressionFit: expected what none returns to have 8 numbers, received shape [1].',
  ],
  [
    { x, y, predict: { none: 3 as never } },
    'regressionFit: expected none to be a function of x [points, 1], received 3.',
  ],
])('what cannot be fitted is said: %#', async (options, message) => {
  await expect(regressionFit(options)).rejects.toThrow(new Error(message));
});

test('a tensor is taken as the array that it is, and disposed', async () => {
  const before = memory().numTensors;
  const predict = ({ data, shape }: ArrayData): Tensor =>
    tensor(
      data.map((value) => value * value),
      [...shape],
    );
  expect(await regressionFit({ x, y, predict })).toEqual(await regressionFit({ x, y, predict: exact }));
  expect(memory().numTensors).toBe(before);
});
