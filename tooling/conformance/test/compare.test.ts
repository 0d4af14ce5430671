import { expect, test } from '@jest/globals';
import { type Case, caseDifference, difference, type TensorData } from '@sixstep/tooling-conformance';
import { tensor2d } from '@tensorflow/tfjs-core';

const tolerance = { rtol: 0.1, atol: 0.01 };
const data = (shape: number[], values: TensorData['data']): TensorData => ({ shape, dtype: 'float32', data: values });

test('a number may be off by atol + rtol |expected|, and no more', () => {
  // 0.01 + 0.1 * 2 = 0.21
  expect(difference(2.2, 2, tolerance, 'y')).toBeUndefined();
  expect(difference(2.22, 2, tolerance, 'y')).toBe('y: expected 2 within 0.21, got 2.22');
});

test('NaN matches NaN, and infinities match exactly', () => {
  const expected = data([3], ['NaN', 'Infinity', '-Infinity']);
  expect(difference([NaN, Infinity, -Infinity], expected, tolerance, 'y')).toBeUndefined();
  expect(difference([NaN, 1e38, -Infinity], expected, tolerance, 'y')).toContain('y[1]: expected Infinity');
  expect(difference([0, Infinity, -Infinity], expected, tolerance, 'y')).toContain('y[0]: expected NaN');
  expect(difference([NaN], data([1], [1]), tolerance, 'y')).toContain('got NaN');
  expect(difference([Infinity], data([1], [1]), tolerance, 'y')).toContain('got Infinity');
});

test('shapes are exact', () => {
  expect(difference(tensor2d([[1, 2]]), data([1, 2], [1, 2]), tolerance, 'y')).toBeUndefined();
  expect(difference(tensor2d([[1, 2]]), data([2], [1, 2]), tolerance, 'y')).toBe('y: expected shape [2], got [1, 2]');
  expect(difference(undefined, data([2], [1, 2]), tolerance, 'y')).toBe('y: expected shape [2], got undefined');
});

test('lists must be as long, and objects hold what is expected', () => {
  expect(difference([1, 2], [1, 2, 3], tolerance, 'y')).toBe('y: expected 3 items, got [1,2]');
  expect(difference({ a: 1 }, { a: 1, b: 2 }, tolerance, 'y')).toBe('y.b: expected 2 within 0.21, got undefined');
  expect(difference({ name: 'dense' }, { name: 'dense_1' }, tolerance, 'y')).toBe(
    'y.name: expected "dense_1", got "dense"',
  );
});

test('a field may have a tolerance of its own', () => {
  const item: Case = {
    name: 'n',
    target: 't',
    config: {},
    inputs: {},
    expected: { y: data([1], [1]), dx: data([1], [1]) },
    rtol: 0,
    atol: 0.5,
    tolerances: { dx: { rtol: 0, atol: 0.1 } },
  };
  expect(caseDifference(item, { y: [1.4], dx: [1.05] })).toBeUndefined();
  expect(caseDifference(item, { y: [1.4], dx: [1.4] })).toContain('dx[0]: expected 1 within 0.10');
});
