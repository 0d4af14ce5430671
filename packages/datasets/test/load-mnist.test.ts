import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { loadFashionMnist, loadMnist, type LoadedImages } from '@sixstep/datasets';

const dataDir = process.env['SIXSTEP_DATA_DIR'] || fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const testWith = (name: string): typeof test.skip => (existsSync(`${dataDir}/${name}`) ? test : test.skip);
const reason = (name: string): string =>
  existsSync(`${dataDir}/${name}`) ? '' : ` (skipped: no ${name} in $SIXSTEP_DATA_DIR)`;
const mean = ({ data }: { data: Uint8Array }): number =>
  data.reduce((sum, value) => sum + value, 0) / data.length / 255;

function expectShapes({ train, test: held }: LoadedImages): void {
  expect([train.x.shape, train.y.shape, held.x.shape, held.y.shape]).toEqual([
    [60000, 28, 28],
    [60000],
    [10000, 28, 28],
    [10000],
  ]);
  expect(train.x.scale).toBe(1 / 255);
  expect(train.x.data).toBeInstanceOf(Uint8Array);
}

testWith('mnist')(`MNIST has its 70,000 digits in the original order${reason('mnist')}`, async () => {
  const mnist = await loadMnist({ dataDir });
  expectShapes(mnist);
  expect(Array.from(mnist.train.y.data.subarray(0, 10))).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
  expect(mean(mnist.train.x)).toBeCloseTo(0.1306605, 6);
  expect(mnist.classNames).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
});

testWith('fashion-mnist')(
  `Fashion-MNIST has its 70,000 articles, with names in two languages${reason('fashion-mnist')}`,
  async () => {
    const fashion = await loadFashionMnist({ dataDir });
    expectShapes(fashion);
    // The published mean of the training images is 0.2860.
    expect(mean(fashion.train.x)).toBeCloseTo(0.286, 4);
    expect(fashion.classNames[fashion.train.y.data[0]!]).toBe('Ankle boot');
    expect(fashion.classNamesZh[fashion.train.y.data[0]!]).toBe('短靴');
    expect(new Set(fashion.classNamesZh).size).toBe(10);
    expect(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((label) => fashion.train.y.data.filter((y) => y === label).length),
    ).toEqual(Array(10).fill(6000));
  },
);

test('errors speak of the function that was called', async () => {
  await expect(loadMnist({ dataDir: '/none' })).rejects.toThrow(
    "loadMnist: expected dataDir to be a folder, received '/none'.",
  );
  await expect(loadFashionMnist({ dataDir: '/none' })).rejects.toThrow('loadFashionMnist: expected dataDir');
});
