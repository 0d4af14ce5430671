import { expect, test } from '@jest/globals';
import { batchNormalization, dot, normalization, unitNormalization } from '@sixstep/layers';
import { grad, tensor, tensor2d, tidy, type Tensor } from '@tensorflow/tfjs-core';

const numbers = (x: Tensor): number[] => [...x.dataSync()];

test('batchNormalization takes two steps of training as by hand', () => {
  tidy(() => {
    const layer = batchNormalization({ momentum: 0.5, epsilon: 0 });
    // 1 and 3: mean 2, variance 1; y = -1, 1; mean 0.5 * 0 + 0.5 * 2 = 1, variance 0.5 * 1 + 0.5 * 1 = 1
    expect(numbers(layer.apply(tensor2d([[1], [3]]), { training: true }))).toEqual([-1, 1]);
    expect(layer.nonTrainableWeights.map(numbers)).toEqual([[1], [1]]);
    // 0 and 6: mean 3, variance 9; mean 0.5 * 1 + 0.5 * 3 = 2, variance 0.5 * 1 + 0.5 * 9 = 5
    layer.apply(tensor2d([[0], [6]]), { training: true });
    expect(layer.nonTrainableWeights.map(numbers)).toEqual([[2], [5]]);
    // Not in training: (x - 2) / sqrt(5)
    expect(numbers(layer.apply(tensor2d([[7]])))[0]).toBeCloseTo(Math.sqrt(5), 6);
    layer.trainable = false;
    layer.apply(tensor2d([[9], [9]]), { training: true });
    expect(layer.weights.slice(2).map(numbers)).toEqual([[2], [5]]);
  });
});

test('normalization learns mean and variance by adapt, and undoes itself', () => {
  tidy(() => {
    const data = tensor2d([
      [1, 10],
      [3, 30],
    ]);
    const layer = normalization();
    layer.adapt(data);
    // means 2 and 20, deviations 1 and 10
    expect(numbers(layer.apply(data))).toEqual([-1, -1, 1, 1]);
    expect(layer.namedWeights().map(({ path, trainable }) => [path, trainable])).toEqual([
      ['mean', false],
      ['variance', false],
      ['count', false],
    ]);
    const back = normalization({ invert: true });
    back.adapt(data);
    expect(numbers(back.apply(layer.apply(data)))).toEqual([1, 10, 3, 30]);
    const one = normalization({ axis: null });
    one.adapt(tensor([1, 3, 5, 7], [2, 2]));
    // mean 4, variance (9 + 1 + 1 + 9) / 4 = 5
    expect(one.weights.slice(0, 2).map((weight) => numbers(weight)[0])).toEqual([4, 5]);
    expect(() => normalization({ mean: 0, variance: 1 }).adapt(data)).toThrow(
      'normalization: expected no mean and variance as options where adapt learns them.',
    );
  });
});

test('a unit vector of nothing is nothing, and lets a finite gradient through', () => {
  tidy(() => {
    const x = tensor2d([
      [0, 0],
      [3, 4],
    ]);
    const layer = unitNormalization();
    expect(numbers(layer.apply(x)).map((value) => Math.round(value * 1e6) / 1e6)).toEqual([0, 0, 0.6, 0.8]);
    expect(numbers(grad((x: Tensor) => layer.apply(x))(x)).every(Number.isFinite)).toBe(true);
    const cosine = dot({ axes: 1, normalize: true });
    expect(numbers(grad((x: Tensor) => cosine.apply([x, x]))(x)).every(Number.isFinite)).toBe(true);
  });
});
