import { expect, test } from '@jest/globals';
import { loadIris } from '@sixstep/datasets';

test('it has the 150 flowers in scikit-learn’s order', () => {
  const { x, y, featureNames, classNames } = loadIris();
  expect(x.shape).toEqual([150, 4]);
  expect(y.shape).toEqual([150]);
  expect(x.data.subarray(0, 4)).toEqual(Float32Array.of(5.1, 3.5, 1.4, 0.2));
  // Rows 34 and 37, where other copies of the data differ from Fisher's paper.
  expect(x.data.subarray(4 * 34, 4 * 35)).toEqual(Float32Array.of(4.9, 3.1, 1.5, 0.2));
  expect(x.data.subarray(4 * 37, 4 * 38)).toEqual(Float32Array.of(4.9, 3.6, 1.4, 0.1));
  expect(x.data.subarray(4 * 149)).toEqual(Float32Array.of(5.9, 3.0, 5.1, 1.8));
  expect(Array.from(y.data)).toEqual([...Array(50).fill(0), ...Array(50).fill(1), ...Array(50).fill(2)]);
  expect(featureNames).toHaveLength(4);
  expect(classNames).toEqual(['setosa', 'versicolor', 'virginica']);
});

test('its means are the published ones', () => {
  const { x } = loadIris();
  const means = [0, 1, 2, 3].map((i) => x.data.reduce((sum, value, j) => (j % 4 === i ? sum + value : sum), 0) / 150);
  // scikit-learn's description: 5.84, 3.05 (3.057 exactly), 3.76, 1.20
  [5.843333, 3.057333, 3.758, 1.199333].forEach((mean, i) => expect(means[i]).toBeCloseTo(mean, 5));
});

test('every call gives arrays of its own', () => {
  const first = loadIris();
  first.x.data.fill(0);
  expect(loadIris().x.data[0]).toBeCloseTo(5.1, 6);
});
