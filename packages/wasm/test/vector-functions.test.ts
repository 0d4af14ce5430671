import { useWasm } from '@sixstep/wasm';
import { beforeAll, describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';

beforeAll(() => useWasm());

const exact: Record<string, (x: number) => number> = {
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  tanh: Math.tanh,
  elu: (x) => (x < 0 ? Math.expm1(x) : x),
};

/** The function as the fused kernels have it: a dense layer with the kernel [[1]]. */
function evaluate(activation: string, x: Float32Array): Float32Array {
  return tf.tidy(() => {
    const inputs = { x: tf.tensor2d(x, [x.length, 1]), kernel: tf.ones([1, 1]) };
    return (tf.engine().runKernel('SixstepDense', inputs, { activation }) as tf.Tensor).dataSync() as Float32Array;
  });
}

/** The distance of two floats next to `x`. */
function spacing(x: number): number {
  return Math.max(2 ** (Math.floor(Math.log2(Math.abs(x))) - 23), 2 ** -149);
}

/** Tiny to large numbers of both signs, evenly over the exponents, and a fine grid where the functions bend. */
const points = Float32Array.from([
  ...Array.from({ length: 4000 }, (_, i) => (i % 2 === 0 ? 1 : -1) * 10 ** (-8 + (i * 10) / 4000)),
  ...Array.from({ length: 8000 }, (_, i) => -20 + i / 200),
]);

describe.each(Object.entries(exact))('%s', (name, f) => {
  test('is within 2.5 units in the last place', () => {
    const y = evaluate(name, points);
    let worst = 0;
    points.forEach((x, i) => {
      const expected = f(x);
      // Below the normal numbers there are no 24 bits.
      if (Math.abs(expected) > 1.2e-38) worst = Math.max(worst, Math.abs(y[i]! - expected) / spacing(expected));
    });
    expect(worst).toBeLessThan(2.5);
  });

  test('is exact at the ends and at zero, and keeps NaN', () => {
    const ends = Float32Array.from([-Infinity, -1e30, 1e30, Infinity, 0]);
    expect(Array.from(evaluate(name, ends))).toEqual(Array.from(ends, (x) => Math.fround(f(x))));
    expect(evaluate(name, Float32Array.from([NaN]))[0]).toBeNaN();
  });
});

test('tanh is odd, to the bit', () => {
  const some = points.filter((x) => x !== 0);
  const turned = some.map((x) => -x);
  expect(evaluate('tanh', turned)).toEqual(evaluate('tanh', some).map((y) => -y));
});

test('the exponential of the softmax reaches down to the subnormal numbers', () => {
  const logits = tf.tensor2d([[0, -87, -100, -103, -105, -Infinity]]);
  const labels = tf.tensor1d([0], 'int32');
  const [, gradient] = tf.engine().runKernel('SixstepSparseSoftmaxCrossEntropy', { logits, labels }) as tf.Tensor[];
  const y = gradient!.dataSync();
  [-87, -100, -103].forEach((x, i) => {
    expect(Math.abs(y[i + 1]! - Math.exp(x))).toBeLessThanOrEqual(2 * spacing(Math.exp(x)));
  });
  expect(Array.from(y.slice(4))).toEqual([0, 0]);
});
