import { expect, test } from '@jest/globals';
import { oneHot } from '@sixstep/datasets';

test('a label becomes 1 at its place', () => {
  expect(oneHot({ data: Int32Array.of(2, 0), shape: [2] })).toEqual({
    data: Float32Array.of(0, 0, 1, 1, 0, 0),
    shape: [2, 3],
  });
  expect(oneHot([1], { numClasses: 2 })).toEqual({ data: Float32Array.of(0, 1), shape: [1, 2] });
  expect(oneHot(Uint8Array.of(0))).toEqual({ data: Float32Array.of(1), shape: [1, 1] });
});

test('a last dimension of 1 is dropped, others stay', () => {
  expect(oneHot({ data: Int32Array.of(1, 0), shape: [2, 1] }).shape).toEqual([2, 2]);
  expect(oneHot({ data: Int32Array.of(1, 0), shape: [1, 2] })).toEqual({
    data: Float32Array.of(0, 1, 1, 0),
    shape: [1, 2, 2],
  });
});

test.each([
  [
    [0, 3],
    { numClasses: 3 },
    'oneHot: expected label 1 to be an integer >= 0 and <= 2, received 3. Labels count from 0.',
  ],
  [[-1, 1], {}, 'oneHot: expected label 0 to be an integer >= 0 and <= 1, received -1.'],
  [[0.5], {}, 'oneHot: expected numClasses to be an integer >= 1, received 1.5. Labels must be integers.'],
  [[0], { numClasses: 0 }, 'oneHot: expected numClasses to be an integer >= 1, received 0. Pass the number of classes'],
  ['ab', {}, "oneHot: expected y to be { data: TypedArray, shape: number[] }, received 'ab'."],
])('%j with %j is refused', (labels, options, text) => {
  expect(() => oneHot(labels as number[], options)).toThrow(text);
});
