import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { registerGradients } from '@sixstep/gradients';
import { expect, jest, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { type Case, cases, ownCases } from './cases.js';

// Quiet: no hint at faster backends.
// Before anything is registered, tfjs-core knows no derivative.
jest.spyOn(console, 'warn').mockImplementation(() => undefined);
const bare = tf.getGradient('Sum');
tf.registerGradient({ kernelName: 'Floor', gradFunc: (dy) => ({ x: () => tf.mul(dy as tf.Tensor, 7) }) });
registerGradients();
registerGradients();

/** A spread of numbers in [low, high] that no two arguments share: kinks and ties stay away. */
function values(shape: number[], [low, high]: readonly [number, number], seed: number): Float32Array {
  const size = tf.util.sizeFromShape(shape);
  return Float32Array.from(
    { length: size },
    (_, i) => low + (high - low) * (((i + 1) * 0.6180339887 + seed * 0.3217) % 1),
  );
}

const argumentsOf = ({ shapes, range = [-2, 2] }: Case): Float32Array[] =>
  shapes.map((shape, i) => values(shape, range, i));

/** loss = sum(w * f(x)) with fixed weights w. */
function loss({ f }: Case, x: tf.Tensor[]): tf.Scalar {
  const y = f(...x);
  return tf.sum(tf.mul(y, tf.tensor(values(y.shape, [-1, 1.5], 9), y.shape)));
}

function gradients(item: Case): Float32Array[] {
  return tf.tidy(() => {
    const x = argumentsOf(item).map((data, i) => tf.tensor(data, item.shapes[i]));
    return tf
      .grads((...arguments_) => loss(item, arguments_))(x)
      .map((dx) => dx.dataSync<'float32'>().slice());
  });
}

function differences(item: Case, step = 0.01): Float32Array[] {
  const data = argumentsOf(item);
  const at = (): number =>
    tf.tidy(
      () =>
        loss(
          item,
          data.map((x, i) => tf.tensor(x, item.shapes[i])),
        ).dataSync()[0] as number,
    );
  return data.map((x) =>
    x.map((value, i) => {
      x[i] = value + step;
      const above = at();
      x[i] = value - step;
      const below = at();
      x[i] = value;
      return (above - below) / (2 * step);
    }),
  );
}

function expectClose(actual: Float32Array[], expected: Float32Array[], tolerance: number): void {
  expected.forEach((of, i) => {
    const got = actual[i] as Float32Array;
    expect(got).toHaveLength(of.length);
    const scale = of.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
    of.forEach((value, j) => expect(Math.abs((got[j] as number) - value)).toBeLessThanOrEqual(tolerance * scale));
  });
}

await tf.setBackend('cpu');
const all = [...cases, ...ownCases];
const onCpu = new Map(all.map((item) => [item.title, gradients(item)]));
await tf.setBackend('wasm');
const kernels = new Set(tf.getKernelsForBackend('wasm').map((kernel) => kernel.kernelName));
const missing = /^(conv2d|depthwise|einsum|gather|unsortedSegment)/;

test('tfjs-core registers no gradients by itself; ours keep those that were there', () => {
  expect(bare).toBeUndefined();
  expect(
    tf
      .grad((x) => tf.floor(x))(tf.scalar(1))
      .dataSync()[0],
  ).toBe(7);
});

test.each(all.map((item) => [item.title, item] as const))(
  '%s: the gradient equals central differences',
  async (_, item) => {
    await tf.setBackend('cpu');
    expectClose(onCpu.get(item.title) as Float32Array[], differences(item), 2e-3);
  },
);

test.each(all.filter(({ title }) => !missing.test(title)).map((item) => [item.title, item] as const))(
  '%s: the gradient is the same on the WASM backend, and no tensor leaks',
  async (_, item) => {
    await tf.setBackend('wasm');
    gradients(item);
    const before = tf.memory().numTensors;
    expectClose(gradients(item), onCpu.get(item.title) as Float32Array[], 2e-6);
    expect(tf.memory().numTensors).toBe(before);
  },
);

test('the kernels that WASM lacks are those that the tests skip there', () => {
  for (const kernel of [
    'Conv2DBackpropFilter',
    'DepthwiseConv2dNativeBackpropFilter',
    'Einsum',
    'UnsortedSegmentSum',
  ]) {
    expect(kernels.has(kernel)).toBe(false);
  }
});

/** The gradient of f at x for a dy of ones (or the one given), on the cpu backend. */
async function at(f: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor, dy?: number[]): Promise<number[]> {
  await tf.setBackend('cpu');
  return tf.tidy(() => {
    const df = tf.grad(f);
    return Array.from((dy === undefined ? df(x) : df(x, tf.tensor(dy, f(x).shape))).dataSync());
  });
}

test('the derivative of |x| at 0 is 0, as in TensorFlow', async () => {
  expect(await at(tf.abs, tf.tensor1d([-3, 0, 2]))).toEqual([-1, 0, 1]);
});

test('relu6 is flat at both of its kinks, as in TensorFlow', async () => {
  expect(await at(tf.relu6, tf.tensor1d([-1, 0, 3, 6, 7]))).toEqual([0, 0, 1, 0, 0]);
});

test('equal extrema share the gradient, as in TensorFlow', async () => {
  // Both 5s of row one are its maximum: each gets half of dy = 3.
  const x = tf.tensor2d([
    [5, 1, 5],
    [2, 7, 0],
  ]);
  expect(await at((v) => tf.max(v, 1), x, [3, 4])).toEqual([1.5, 0, 1.5, 0, 4, 0]);
  expect(await at((v) => tf.min(tf.neg(v), 1), x, [3, 4])).toEqual([-1.5, -0, -1.5, -0, -4, -0]);
});

test('where lets no gradient through the other branch, not even an infinite one times 0', async () => {
  expect(await at((v) => tf.where(tf.greater(v, 0), v, tf.zerosLike(v)), tf.tensor1d([-1, 2]), [Infinity, 5])).toEqual([
    0, 5,
  ]);
});

test('a product with zeros has the right gradient', async () => {
  // d(a b c)/da = b c and so on: [0*3, 2*3, 2*0].
  expect(await at((v) => tf.prod(v, 0), tf.tensor1d([2, 0, 3]))).toEqual([0, 6, 0]);
});

test('rounding, comparison and step functions have the gradient 0', async () => {
  for (const f of [tf.ceil, tf.round, tf.sign, tf.step, tf.zerosLike, tf.onesLike]) {
    expect(await at((v) => tf.mul(f(v), 2), tf.tensor1d([-1.5, 0.2]))).toEqual([0, 0]);
  }
  expect(await at((v) => tf.floorDiv(v, 2), tf.tensor1d([5, 6]))).toEqual([0, 0]);
  expect(await at((v) => tf.cast(tf.greaterEqual(v, 2), 'float32'), tf.tensor1d([5, 1]))).toEqual([0, 0]);
});

test('a power of a negative or zero base has no gradient for the exponent', async () => {
  expect(await at((p) => tf.pow(tf.tensor1d([-2, 0, Math.E]), p), tf.tensor1d([2, 2, 1]))).toEqual([
    0,
    0,
    expect.closeTo(Math.E, 5),
  ]);
});

test('zero-size tensors have zero-size gradients', async () => {
  expect(await at((v) => tf.add(v, tf.ones([1, 3])), tf.zeros([0, 3]))).toEqual([]);
  expect(await at((b) => tf.add(tf.zeros([0, 3]), b), tf.ones([1, 3]))).toEqual([0, 0, 0]);
});

test('gradients of gradients exist', async () => {
  // d2(x^3)/dx2 = 6 x.
  expect(await at((v) => tf.grad((x) => tf.mul(x, tf.square(x)))(v), tf.tensor1d([1, 2]))).toEqual([6, 12]);
});

test('the gradients of TensorFlow.js itself are the same', async () => {
  await tf.setBackend('cpu');
  const union = (await import('@tensorflow/tfjs')) as { version: { tfjs: string } };
  expect(union.version.tfjs).toBe('4.22.0');
  // The union registered its own gradients, over ours.
  expect(
    tf
      .grad((x) => tf.floor(x))(tf.scalar(1))
      .dataSync()[0],
  ).toBe(0);
  for (const item of cases) expectClose(onCpu.get(item.title) as Float32Array[], gradients(item), 2e-6);
}, 20_000);
