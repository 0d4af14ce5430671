import { expect, test } from '@jest/globals';
import { type ArrayData, decisionRegions, type Labels } from '@sixstep/plots';
import { memory, tensor, type Tensor } from '@tensorflow/tfjs-core';
import { drawn, pairs } from './drawn.js';

const x = { data: Float32Array.of(-1, -1, -1, 1, 1, -1, 1, 1), shape: [4, 2] };
const y = [0, 0, 1, 1];
const count = ({ shape }: ArrayData): number => shape[0]!;
const right = ({ data }: ArrayData, i: number): boolean => data[2 * i]! > 0;
const byLabel = (points: ArrayData): number[] =>
  Array.from({ length: count(points) }, (_, i) => Number(right(points, i)));
const bySigmoid = (points: ArrayData): ArrayData => ({
  data: Float32Array.from({ length: count(points) }, (_, i) => 1 / (1 + Math.exp(-3 * points.data[2 * i]!))),
  shape: [count(points), 1],
});
const bySoftmax = (points: ArrayData): ArrayData => ({
  data: Float32Array.from(bySigmoid(points).data).reduce<Float32Array>(
    (all, p, i) => {
      all.set([1 - p, p], 2 * i);
      return all;
    },
    new Float32Array(2 * count(points)),
  ),
  shape: [count(points), 2],
});

test('the classifier is asked once, for the grid and the samples', async () => {
  const asked: ArrayData[] = [];
  const predict = (points: ArrayData): Labels => {
    asked.push(points);
    return byLabel(points);
  };
  await decisionRegions({ predict, x, y, resolution: 10, xDomain: [-2, 2], yDomain: [-1, 3] });
  expect(asked).toHaveLength(1);
  expect(asked[0]!.shape).toEqual([104, 2]);
  // The centers of the lowest two cells, the highest one, and the last sample.
  const at = Array.from(asked[0]!.data);
  [-1.8, -0.8, -1.4, -0.8].forEach((value, i) => expect(at[i]).toBeCloseTo(value, 6));
  [1.8, 2.8].forEach((value, i) => expect(at[198 + i]).toBeCloseTo(value, 6));
  expect(at.slice(-2)).toEqual([1, 1]);
});

test.each([
  ['labels', byLabel, 1],
  ['probabilities of class 1', bySigmoid, 4],
  ['scores of the classes', bySoftmax, 4],
])('by %s, the border is where it belongs', async (_, predict, levels) => {
  const drawing = await decisionRegions({
    predict: (points) => Promise.resolve(predict(points)),
    x,
    y,
    xDomain: [-2, 2],
  });
  const { groups, legend, texts } = drawn(drawing);
  expect(texts[1]).toBe('accuracy 100.00 % · samples 4');
  expect(legend).toEqual(['class 0', 'class 1']);
  const contours = groups('contour');
  const regions = contours.filter((region) => region.getAttribute('fill')?.includes('series'));
  expect(regions.map((region) => region.getAttribute('fill'))).toEqual(['var(--s-series-1)', 'var(--s-series-2)']);
  expect(regions.map((region) => region.querySelectorAll('path').length)).toEqual([levels, levels]);
  // The frame goes from 58 to 620, so that 0 is at 339: class 0 is left of it, class 1 right of it.
  const xs = regions.map((region) => pairs(region.querySelector('path')!).map(([at]) => at));
  expect(Math.abs(Math.max(...xs[0]!) - 339)).toBeLessThan(1.5);
  expect(Math.abs(Math.min(...xs[1]!) - 339)).toBeLessThan(1.5);
});

test('a ring is around what is taken for another class', async () => {
  const { legend, texts, groups } = drawn(
    await decisionRegions({ predict: byLabel, x, y: [0, 1, 1, 1], language: 'zh' }),
  );
  expect(texts[1]).toBe('准确率 75.00 % · 样本数 4');
  expect(legend).toEqual(['类别 0', '类别 1', '误分类']);
  const rings = groups('dot').filter((dots) => dots.getAttribute('stroke') === 'var(--s-ink)');
  expect(rings.flatMap((ring) => [...ring.querySelectorAll('circle')])).toHaveLength(1);
});

test('names are those that are given', async () => {
  const { labels, legend } = drawn(
    await decisionRegions({ predict: byLabel, x, y, classNames: ['cat', 'dog'], featureNames: ['length', 'width'] }),
  );
  expect(legend).toEqual(['cat', 'dog']);
  expect([...labels('x-axis label'), ...labels('y-axis label')]).toEqual(['length', 'width']);
});

test.each([
  [
    { predict: byLabel, x: { data: new Float32Array(6), shape: [2, 3] }, y },
    'decisionRegions: expected x to be of shape [samples, 2], received shape [2, 3].',
  ],
  [{ predict: byLabel, x, y: [0] }, 'decisionRegions: expected a label for each of 4 samples, received 1.'],
  [
    { predict: () => [0, 1], x, y, resolution: 10 },
    'decisionRegions: expected predict to return scores for each of 104 points, received 2. ' +
      'It gets an array of shape [104, 2].',
  ],
  [
    { predict: 'model' as never, x, y },
    "decisionRegions: expected predict to be a function of points [points, 2], received 'model'.",
  ],
])('what cannot be asked is said: %#', async (options, message) => {
  await expect(decisionRegions(options)).rejects.toThrow(new Error(message));
});

test('a tensor of scores is taken as the array that it is, and disposed', async () => {
  const before = memory().numTensors;
  const predict = (points: ArrayData): Promise<Tensor> => {
    const { data, shape } = bySoftmax(points);
    return Promise.resolve(tensor(data, [...shape]));
  };
  expect(await decisionRegions({ predict, x, y })).toEqual(await decisionRegions({ predict: bySoftmax, x, y }));
  expect(memory().numTensors).toBe(before);
});
