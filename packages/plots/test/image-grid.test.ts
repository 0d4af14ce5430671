import { expect, test } from '@jest/globals';
import { imageGrid } from '@sixstep/plots';
import { decode } from 'fast-png';
import { drawn } from './drawn.js';

const images = { data: Uint8Array.of(0, 51, 102, 153, 204, 255, 0, 255), shape: [2, 2, 2] };
const pngs = (drawing: ReturnType<typeof imageGrid>): number[][] =>
  drawn(drawing)
    .all('image')
    .map((image) => image.getAttribute('href')!.replace('data:image/png;base64,', ''))
    .map((text) => Array.from(decode(Buffer.from(text, 'base64')).data));

test('every image is there, pixel for pixel', () => {
  expect(pngs(imageGrid({ images }))).toEqual([
    [0, 51, 102, 153],
    [204, 255, 0, 255],
  ]);
});

test('floats go from 0 to 1, bytes with a scale as well, and a range says otherwise', () => {
  const floats = { data: Float32Array.of(0, 0.2, 1, 2, -1, NaN), shape: [1, 2, 3] };
  expect(pngs(imageGrid({ images: floats }))).toEqual([[0, 51, 255, 255, 0, 0]]);
  expect(pngs(imageGrid({ images: { ...images, scale: 1 / 255 } }))[0]).toEqual([0, 51, 102, 153]);
  expect(pngs(imageGrid({ images, range: [255, 0] }))[0]).toEqual([255, 204, 153, 102]);
});

test('colors stay colors', () => {
  const red = { data: Uint8Array.of(255, 0, 0, 0, 0, 255), shape: [1, 1, 2, 3] };
  expect(pngs(imageGrid({ images: red }))).toEqual([[255, 0, 0, 0, 0, 255]]);
});

test('what a model took them for is right or wrong, by sign, color and words', () => {
  const drawing = imageGrid({ images, labels: [1, 0], predictions: [1, 1], classNames: ['cat', 'dog'] });
  const { all } = drawn(drawing);
  const [right, wrong] = all('g[aria-label="text"] text') as [Element, Element];
  expect(right.textContent).toBe('✓ dog');
  expect([...wrong.querySelectorAll('tspan')].map((line) => line.textContent)).toEqual(['✗ dog', 'true: cat']);
  expect(right.getAttribute('fill')).toBe('var(--s-ink)');
  expect(wrong.getAttribute('fill')).toBe('var(--s-series-2)');
});

test('labels alone, scores, and captions are written below', () => {
  const written = (drawing: ReturnType<typeof imageGrid>): string[] => drawn(drawing).labels('text');
  expect(written(imageGrid({ images, labels: [7, 3] }))).toEqual(['7', '3']);
  const scores = { data: Float32Array.of(0, 1, 1, 0), shape: [2, 2] };
  expect(written(imageGrid({ images, predictions: scores, classNames: ['猫', '狗'] }))).toEqual(['狗', '猫']);
  expect(written(imageGrid({ images, labels: [7, 3], captions: ['x', 'y'] }))).toEqual(['x', 'y']);
  expect(written(imageGrid({ images }))).toEqual([]);
});

test('they stand in rows of columns, and only as many as are asked for', () => {
  const many = { data: new Uint8Array(28), shape: [7, 2, 2] };
  const at = drawn(imageGrid({ images: many, columns: 3, count: 5 }))
    .all('image')
    .map((image) => [image.getAttribute('x'), image.getAttribute('y')]);
  expect(at).toHaveLength(5);
  expect(new Set(at.map(([x]) => x)).size).toBe(3);
  expect(new Set(at.map(([, y]) => y)).size).toBe(2);
});

test.each([
  [
    { images: { data: new Uint8Array(4), shape: [4] } },
    'imageGrid: expected images [samples, height, width] or [samples, height, width, channels], received shape [4]. ' +
      'Channels are 1, 3 or 4.',
  ],
  [{ images, labels: [1] }, 'imageGrid: expected labels to have one for each of 2 images, received 1.'],
  [{ images, captions: [] }, 'imageGrid: expected captions to have one for each of 2 images, received 0.'],
  [{ images, range: [1, 1] as const }, 'imageGrid: expected range to be two different numbers, received [1, 1].'],
  [{ images, columns: 0 }, 'imageGrid: expected columns to be an integer >= 1 and <= 1000, received 0.'],
])('what is no grid is said: %#', (options, message) => {
  expect(() => imageGrid(options)).toThrow(new Error(message));
});
