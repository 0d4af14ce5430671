import { expect, test } from '@jest/globals';
import { RandomState, trainTestSplit } from '@sixstep/datasets';

const x = { data: Float32Array.from({ length: 20 }, (_, i) => i), shape: [10, 2] };
const y = { data: Uint8Array.from({ length: 10 }, (_, i) => i), shape: [10] };

test('with a seed it gives scikit-learn’s parts in scikit-learn’s order', () => {
  // numpy.random.RandomState(42).permutation(10) = 8 1 5 0 7 2 9 4 3 6; the first ceil(0.25 * 10) = 3 are for testing.
  const { train, test: held } = trainTestSplit({ x, y }, { seed: 42 });
  expect(Array.from(held.y.data)).toEqual([8, 1, 5]);
  expect(Array.from(train.y.data)).toEqual([0, 7, 2, 9, 4, 3, 6]);
  expect(Array.from(held.x.data)).toEqual([16, 17, 2, 3, 10, 11]);
  expect(train.x.shape).toEqual([7, 2]);
});

test('without shuffling the last samples are for testing, and nothing is copied', () => {
  const { train, test: held } = trainTestSplit({ x, y }, { testSize: 2, shuffle: false });
  expect(Array.from(held.y.data)).toEqual([8, 9]);
  expect(train.x.shape).toEqual([8, 2]);
  expect(train.x.data.buffer).toBe(x.data.buffer);
});

test('a generator may be given, and is drawn from', () => {
  const random = new RandomState(42);
  trainTestSplit({ y }, { seed: random });
  expect(random.rand()).not.toBe(new RandomState(42).rand());
});

test('a scale and the kind of numbers stay', () => {
  const { train } = trainTestSplit({ y: { ...y, scale: 0.5 } }, { seed: 1 });
  expect(train.y.scale).toBe(0.5);
  expect(train.y.data).toBeInstanceOf(Uint8Array);
  // @ts-expect-error there is no z
  expect(train.z).toBeUndefined();
});

test.each([
  [
    { testSize: 0 },
    'trainTestSplit: expected testSize to be a number > 0, received 0. Pass a fraction such as 0.2 or a number of samples.',
  ],
  [
    { testSize: 10 },
    'trainTestSplit: expected testSize to leave samples on both sides of 10, received 10. Pass a fraction in (0, 1) or an integer from 1 to 9.',
  ],
  [{ testSize: 1.5 }, 'received 1.5'],
  [{ testSize: 0.99 }, 'received 0.99'],
  [{ seed: -1 }, 'RandomState: expected seed to be an integer'],
])('%j is refused', (options, text) => {
  expect(() => trainTestSplit({ x, y }, options)).toThrow(text);
});

test('arrays that do not fit are named', () => {
  expect(() => trainTestSplit({ x, y: { data: y.data.subarray(1), shape: [9] } })).toThrow(
    'trainTestSplit: expected y to have as many samples as x, which has 10, received shape [9].',
  );
  expect(() => trainTestSplit(x as never)).toThrow('trainTestSplit: expected arrays by name');
  expect(() => trainTestSplit({ x: { data: new Float32Array(0), shape: [0, 4] } })).toThrow(
    'at least one sample, received none',
  );
});
