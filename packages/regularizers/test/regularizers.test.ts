import { describe, expect, test } from '@jest/globals';
import {
  getRegularizer,
  l1,
  l1l2,
  l2,
  orthogonalRegularizer,
  type RegularizerName,
  regularizers,
} from '@sixstep/regularizers';
import { eye, grad, memory, profile, tensor1d, tensor2d, tidy, type Tensor } from '@tensorflow/tfjs-core';

const values = (f: () => Tensor): number[] => Array.from(tidy(f).dataSync());
const names = Object.keys(regularizers) as RegularizerName[];

test('by hand: w = [1, -2, 0] has sum |w| = 3 and sum w^2 = 5', () => {
  const w = tensor1d([1, -2, 0]);
  expect(values(() => l1({ l1: 0.5 })(w))[0]).toBeCloseTo(1.5, 6);
  expect(values(() => l2({ l2: 0.5 })(w))[0]).toBeCloseTo(2.5, 6);
  expect(values(() => l1l2({ l1: 0.5, l2: 2 })(w))[0]).toBeCloseTo(11.5, 6);
  // d/dw: l1 sign(w) and 2 l2 w
  expect(values(() => grad(l1({ l1: 0.5 }))(w))).toEqual([0.5, -0.5, 0]);
  expect(values(() => grad(l2({ l2: 0.5 }))(w))).toEqual([1, -2, 0]);
});

test('l1 has a slope at tiny weights too', () => {
  expect(values(() => grad(l1({ l1: 2 }))(tensor1d([1e-9, -1e-9])))).toEqual([2, -2]);
});

test('orthogonal by hand: the rows [1, 0] and [3, 4] / 5 have the product 0.6, the mean over one pair', () => {
  const w = tensor2d([
    [1, 0],
    [3, 4],
  ]);
  expect(values(() => orthogonalRegularizer({ factor: 0.5 })(w))[0]).toBeCloseTo(0.3, 6);
  expect(values(() => orthogonalRegularizer()(eye(3)))[0]).toBe(0);
});

test('l2 is three operations forward, for there is one at every step', async () => {
  const w = tensor1d([1, 2]);
  const { kernels } = await profile(() => l2()(w));
  expect(kernels.filter(({ name }) => /^(Square|Sum|Multiply)$/.test(name))).toHaveLength(3);
});

describe.each(names)('%s', (name) => {
  const regularizer = regularizers[name]();
  const data = [0.6, -0.4, 0.3, 0.9, -0.7, 0.2];

  test('has the derivative that central differences give', () => {
    const strong = (
      name === 'l1l2'
        ? l1l2({ l1: 1, l2: 1 })
        : name === 'orthogonalRegularizer'
          ? orthogonalRegularizer({ factor: 1 })
          : regularizer
    ) as (w: Tensor) => Tensor;
    const got = values(() => grad(strong)(tensor2d(data, [3, 2])));
    data.forEach((_, i) => {
      const moved = (by: number): number =>
        values(() =>
          strong(
            tensor2d(
              data.map((w, j) => (i === j ? w + by : w)),
              [3, 2],
            ),
          ),
        )[0]!;
      expect(Math.abs(got[i]! - (moved(0.01) - moved(-0.01)) / 0.02)).toBeLessThan(1e-3);
    });
  });

  test('is a scalar, changes no weight and leaks no tensor', () => {
    const w = tensor2d(data, [3, 2]);
    const before = memory().numTensors;
    const penalty = regularizer(w);
    expect(penalty.shape).toEqual([]);
    expect(memory().numTensors).toBe(before + 1);
    penalty.dispose();
    expect(Array.from(w.dataSync())).toEqual(Array.from(new Float32Array(data)));
    w.dispose();
  });

  test('is made again from what it says of itself', () => {
    const again = regularizers[name](regularizer.config as object);
    expect(again.config).toEqual(regularizer.config);
    expect(again.className).toBe(regularizer.className);
    expect(getRegularizer(name, 'dense')?.config).toEqual(regularizer.config);
  });
});

test('defaults are those of Keras', () => {
  expect([l1().config, l2().config, l1l2().config]).toEqual([{ l1: 0.01 }, { l2: 0.01 }, { l1: 0, l2: 0 }]);
  expect(orthogonalRegularizer().config).toEqual({ factor: 0.01, mode: 'rows' });
});

test('none is none, a part is itself', () => {
  const own = l2({ l2: 1 });
  expect(getRegularizer(undefined, 'dense')).toBeUndefined();
  expect(getRegularizer(null, 'dense')).toBeUndefined();
  expect(getRegularizer(own, 'dense')).toBe(own);
});

test('errors name the place, what was expected and what came', () => {
  expect(() => l1({ l1: -1 })).toThrow('l1: expected l1 to be a number >= 0, received -1.');
  expect(() => l2({ l2: Infinity })).toThrow('l2: expected l2 to be a number >= 0, received Infinity.');
  expect(() => l1l2({ l2: NaN })).toThrow('l1l2: expected l2 to be a number >= 0, received NaN.');
  // @ts-expect-error no such mode
  expect(() => orthogonalRegularizer({ mode: 'row' })).toThrow(
    "orthogonalRegularizer: expected mode to be one of 'rows', 'columns', received 'row'. Did you mean 'rows'?",
  );
  expect(() => orthogonalRegularizer()(tensor1d([1]))).toThrow(
    'orthogonalRegularizer: expected the weights to be a matrix, received the shape [1]. Use it on kernels of dense layers.',
  );
  // @ts-expect-error no such name
  expect(() => getRegularizer('l1_l2', 'dense')).toThrow("dense: unknown regularizer 'l1_l2'. Did you mean 'l1l2'?");
});
