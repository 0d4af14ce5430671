import { expect, test } from '@jest/globals';
import { loadIris, minMaxScale, standardize, type ArrayData } from '@sixstep/datasets';

const list = ({ data }: ArrayData): number[] => Array.from(data);
const train = { data: Float32Array.of(1, 10, 7, 3, 30, 7), shape: [2, 3] };
const test1 = { data: Float32Array.of(5, 0, 8), shape: [1, 3] };

test('standardize learns from the training data and applies to the test data', () => {
  const scaler = standardize(train);
  // means 2, 20, 7; deviations 1, 10 and, as the third feature is constant, 1
  expect(Array.from(scaler.offset)).toEqual([2, 20, 7]);
  expect(Array.from(scaler.divisor)).toEqual([1, 10, 1]);
  expect(list(scaler.transform(train))).toEqual([-1, -1, 0, 1, 1, 0]);
  // (5 - 2) / 1, (0 - 20) / 10, (8 - 7) / 1
  expect(list(scaler.transform(test1))).toEqual([3, -2, 1]);
  expect(list(train)).toEqual([1, 10, 7, 3, 30, 7]);
});

test('minMaxScale brings the training data into the range, and other data where they fall', () => {
  const scaler = minMaxScale(train);
  expect(list(scaler.transform(train))).toEqual([0, 0, 0, 1, 1, 0]);
  // (5 - 1) / 2, (0 - 10) / 20, 8 - 7
  expect(list(scaler.transform(test1))).toEqual([2, -0.5, 1]);
  expect(list(minMaxScale(train, { featureRange: [-1, 3] }).transform(train))).toEqual([-1, -1, -1, 3, 3, -1]);
});

test.each([
  ['standardize', standardize],
  ['minMaxScale', (x: ArrayData) => minMaxScale(x, { featureRange: [-2, 5] })],
])('%s is undone by inverseTransform', (_, fit) => {
  const { x } = loadIris();
  const scaler = fit(x);
  const back = scaler.inverseTransform(scaler.transform(x));
  back.data.forEach((value, i) => expect(value).toBeCloseTo(x.data[i]!, 5));
  expect(back.shape).toEqual([150, 4]);
});

test('the features of iris get mean 0 and variance 1', () => {
  const { data } = standardize(loadIris().x).transform(loadIris().x);
  for (let i = 0; i < 4; i++) {
    const column = Array.from({ length: 150 }, (_, row) => data[4 * row + i]!);
    expect(column.reduce((a, b) => a + b) / 150).toBeCloseTo(0, 6);
    expect(column.reduce((a, b) => a + b * b, 0) / 150).toBeCloseTo(1, 6);
  }
});

test('a constant feature that is not exact in binary is only centered', () => {
  const x = { data: new Float64Array(1000).fill(0.1), shape: [1000, 1] };
  const { divisor } = standardize(x);
  expect(divisor[0]).toBe(1);
});

test('a scale counts, and images are scaled place by place', () => {
  const x = { data: Uint8Array.of(0, 0, 0, 255, 255, 255, 0, 255), shape: [2, 2, 2], scale: 1 / 255 };
  const { offset, transform } = standardize(x);
  expect(Array.from(offset)).toEqual([0.5, 0.5, 0, 1]);
  expect(transform(x)).toEqual({ data: Float32Array.of(-1, -1, 0, 0, 1, 1, 0, 0), shape: [2, 2, 2] });
});

test('bad data are named', () => {
  expect(() => standardize({ data: Float32Array.of(1, NaN), shape: [2, 1] })).toThrow(
    'standardize: expected finite numbers, received NaN as feature 0 of sample 1. Leave such samples out or fill them in.',
  );
  expect(() => minMaxScale({ data: new Float32Array(0), shape: [0, 3] })).toThrow(
    'minMaxScale: expected at least one sample',
  );
  expect(() => minMaxScale(train, { featureRange: [1, 1] })).toThrow(
    'minMaxScale: expected featureRange[1] to be a number > 1, received 1.',
  );
  expect(() => standardize(train).transform({ data: new Float32Array(4), shape: [2, 2] })).toThrow(
    'standardize: expected x to have shape [samples, 3] as the data it was fitted on, received [2, 2].',
  );
  expect(() => standardize([1, 2] as never)).toThrow(
    'standardize: expected x to be { data: TypedArray, shape: number[] }',
  );
  expect(() => standardize(undefined as never)).toThrow('received undefined');
});
