import '@tensorflow/tfjs-backend-cpu';
import { useWasm } from '@sixstep/wasm';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { on, worstError } from './backends.js';
import { random, type Random, type Values } from './random.js';

jest.spyOn(console, 'warn').mockImplementation(() => undefined);
beforeAll(() => useWasm());

/** Agreement of sums of products with the cpu backend, relative to the largest value. */
const tolerance = 5e-6;

interface Product {
  a: Values;
  b: Values;
  transposeA: boolean;
  transposeB: boolean;
}

/** A random product: operands turned or not, sizes from 0 on, batches that broadcast or are missing. */
function randomProduct({ integer, pick, values }: Random): Product {
  const size = (): number => pick([1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 16, 17, 33, integer(1, 100)]);
  const [rows, inner, columns] = [size(), integer(0, 9) === 0 ? integer(500, 1100) : size(), size()];
  const batch = Array.from({ length: integer(0, 2) }, () => integer(1, 3));
  const own = (): number[] => batch.slice(integer(0, batch.length)).map((n) => (integer(0, 2) === 0 ? 1 : n));
  const [transposeA, transposeB] = [pick([true, false]), pick([true, false])];
  const a = values([...own(), ...(transposeA ? [inner, rows] : [rows, inner])]);
  const b = values([...own(), ...(transposeB ? [columns, inner] : [inner, columns])]);
  return { a, b, transposeA, transposeB };
}

const product =
  ({ transposeA, transposeB }: Product) =>
  (a: tf.Tensor, b: tf.Tensor): tf.Tensor =>
    tf.matMul(a, b, transposeA, transposeB);

/** The same with the batches tiled beforehand: the cpu backend is wrong where both operands broadcast. */
const reference = (one: Product) => {
  const batch = tf.broadcast_util.assertAndGetBroadcastShape(one.a.shape.slice(0, -2), one.b.shape.slice(0, -2));
  const tiled = (x: tf.Tensor): tf.Tensor => tf.broadcastTo(x, [...batch, ...x.shape.slice(-2)]);
  return (a: tf.Tensor, b: tf.Tensor): tf.Tensor => product(one)(tiled(a), tiled(b));
};

describe('matMul', () => {
  test('agrees with the cpu backend on 300 random products: turned operands, broadcast batches, odd sizes', async () => {
    const draw = random(1);
    for (let i = 0; i < 300; i++) {
      const one = randomProduct(draw);
      const [expected, actual] = [
        await on('cpu', reference(one), [one.a, one.b]),
        await on('wasm', product(one), [one.a, one.b]),
      ];
      const what = { a: one.a.shape, b: one.b.shape, transposeA: one.transposeA, transposeB: one.transposeB };
      if (worstError(actual, expected) > tolerance) console.error(JSON.stringify([what, expected, actual]));
      expect({ ...what, fine: worstError(actual, expected) < tolerance }).toEqual({ ...what, fine: true });
    }
  });

  test('agrees where the blocks of the product begin: many rows, columns and summands', async () => {
    const draw = random(2);
    for (const [m, k, n] of [
      [300, 700, 9],
      [200, 1025, 17],
      [7, 513, 40],
      [11, 512, 13],
      [1, 2000, 1],
      [1200, 40, 8],
    ] as const) {
      for (const turned of [0, 1, 2, 3]) {
        const [transposeA, transposeB] = [turned % 2 === 1, turned > 1];
        const a = draw.values(transposeA ? [k, m] : [m, k]);
        const b = draw.values(transposeB ? [n, k] : [k, n]);
        const one = { a, b, transposeA, transposeB };
        const [expected, actual] = [await on('cpu', reference(one), [a, b]), await on('wasm', product(one), [a, b])];
        expect(worstError(actual, expected)).toBeLessThan(tolerance);
      }
    }
  });

  test('of integers is exact', async () => {
    const draw = random(5);
    for (let i = 0; i < 60; i++) {
      const one = randomProduct(draw);
      const integers =
        (f: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor) =>
        (a: tf.Tensor, b: tf.Tensor): tf.Tensor => {
          const y = f(tf.cast(tf.mul(a, 5000), 'int32'), tf.cast(tf.mul(b, 50), 'int32'));
          expect(y.dtype).toBe('int32');
          return tf.cast(y, 'float32');
        };
      const [expected, actual] = [
        await on('cpu', integers(reference(one)), [one.a, one.b]),
        await on('wasm', integers(product(one)), [one.a, one.b]),
      ];
      expect(worstError(actual, expected)).toBe(0);
    }
  });

  test('has the derivatives of the cpu backend, batches broadcast', async () => {
    const draw = random(3);
    for (let i = 0; i < 60; i++) {
      const one = randomProduct(draw);
      const gradients =
        (f: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor) =>
        (a: tf.Tensor, b: tf.Tensor): tf.Tensor[] =>
          tf.grads((x: tf.Tensor, y: tf.Tensor) => tf.sum(tf.square(f(x, y))))([a, b]);
      const [expected, actual] = [
        await on('cpu', gradients(reference(one)), [one.a, one.b]),
        await on('wasm', gradients(product(one)), [one.a, one.b]),
      ];
      expect(worstError(actual, expected)).toBeLessThan(tolerance);
    }
  });

  test('gives zeros where there is nothing to sum up, and nothing where there are no rows or columns', () => {
    expect(tf.matMul(tf.zeros([2, 0]), tf.zeros([0, 3])).dataSync()).toEqual(new Float32Array(6));
    expect(tf.matMul(tf.zeros([0, 2]), tf.ones([2, 3])).shape).toEqual([0, 3]);
    expect(tf.matMul(tf.ones([2, 3]), tf.zeros([0, 3]), false, true).shape).toEqual([2, 0]);
    expect(tf.matMul(tf.zeros([0, 2, 2]), tf.ones([2, 2])).shape).toEqual([0, 2, 2]);
  });

  test('lets NaN and infinities pass, and no further than they reach', () => {
    const a = tf.tensor2d([
      [1, NaN],
      [Infinity, 1],
      [1, 2],
    ]);
    const b = tf.tensor2d([
      [1, 0, -1],
      [2, 3, 4],
    ]);
    const y = Array.from(tf.matMul(a, b).dataSync());
    // Infinity * 0 is NaN.
    expect(y).toEqual([NaN, NaN, NaN, Infinity, NaN, -Infinity, 5, 6, 7]);
  });

  test('says what is wrong with inner dimensions', () => {
    expect(() =>
      tf
        .engine()
        .runKernel('BatchMatMul', { a: tf.ones([2, 3]), b: tf.ones([2, 3]) }, { transposeA: false, transposeB: false }),
    ).toThrow('BatchMatMul: expected inner dimensions to be equal, received [2,3] and [2,3].');
  });
});

describe('fused.matMul', () => {
  const activations = ['linear', 'relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu', 'prelu'] as const;

  test('agrees with the cpu backend: every activation, any bias', async () => {
    const draw = random(4);
    for (let i = 0; i < 150; i++) {
      const activation = activations[i % activations.length]!;
      const [rows, inner, columns] = [draw.integer(1, 20), draw.integer(1, 30), draw.integer(1, 20)];
      const [transposeA, transposeB] = [draw.pick([true, false]), draw.pick([true, false])];
      const a = draw.values(transposeA ? [inner, rows] : [rows, inner]);
      const b = draw.values(transposeB ? [columns, inner] : [inner, columns]);
      const bias = draw.values(draw.pick([[columns], [1], [rows, columns], [rows, 1], []]));
      const alpha = draw.values([columns]);
      const withBias = draw.integer(0, 4) > 0;
      const f = (...[x, y, z, p]: tf.Tensor[]): tf.Tensor =>
        tf.fused.matMul({
          a: x!,
          b: y!,
          transposeA,
          transposeB,
          activation,
          ...(withBias && { bias: z! }),
          ...(activation === 'prelu' && { preluActivationWeights: p! }),
          ...(activation === 'leakyrelu' && { leakyreluAlpha: 0.3 }),
        });
      const inputs = [a, b, bias, alpha];
      const [expected, actual] = [await on('cpu', f, inputs), await on('wasm', f, inputs)];
      const what = { activation, bias: bias.shape, rows, columns };
      expect({ ...what, fine: worstError(actual, expected) < tolerance }).toEqual({ ...what, fine: true });
    }
  });
});

describe('Identity', () => {
  test('shares the memory, which lives as long as one of the tensors', () => {
    const x = tf.tensor1d([1, 2, 3]);
    const y = tf.clone(x);
    expect(tf.engine().backend.refCount(x.dataId)).toBe(2);
    x.dispose();
    expect(Array.from(y.dataSync())).toEqual([1, 2, 3]);
    y.dispose();
  });

  test('copies strings too', () => {
    expect(tf.clone(tf.tensor1d(['a', 'b'])).dataSync()).toEqual(['a', 'b']);
  });
});
