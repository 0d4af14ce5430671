import '@tensorflow/tfjs-backend-cpu';
import { useWasm } from '@sixstep/wasm';
import { beforeAll, expect, jest, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { on, worstError } from './backends.js';
import { random, type Values } from './random.js';

jest.spyOn(console, 'warn').mockImplementation(() => undefined);
beforeAll(() => useWasm());

const epsilon = 1e-3;

const fused = (x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor): tf.Tensor[] =>
  tf.engine().runKernel('SixstepBatchNorm', { x, gamma, beta }, { epsilon });

function composed(x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor): tf.Tensor[] {
  const axes = x.shape.slice(0, -1).map((_, i) => i);
  const mean = tf.mean(x, axes);
  const variance = tf.mean(tf.square(tf.sub(x, mean)), axes);
  return [tf.add(tf.mul(tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, epsilon))), gamma), beta), mean, variance];
}

type Normalize = typeof fused;

/** [y, mean, variance, dx, dGamma, dBeta] */
const withGradients =
  (f: Normalize) =>
  (dy: tf.Tensor, x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor): tf.Tensor[] => [
    ...f(x, gamma, beta),
    ...tf.grads((...a) => f(...(a as [tf.Tensor, tf.Tensor, tf.Tensor]))[0] as tf.Tensor)([x, gamma, beta], dy),
  ];

test('150 random batches are normalized as by the composition, forward and backward', async () => {
  const source = random(41);
  for (let i = 0; i < 150; i++) {
    const channels = source.integer(1, 19);
    const shape = [...Array.from({ length: source.integer(1, 3) }, () => source.integer(2, 8)), channels];
    const values = [source.values(shape), source.values(shape), source.values([channels]), source.values([channels])];
    const expected = await on('cpu', withGradients(composed), values);
    const actual = await on('wasm', withGradients(fused), values);
    // dx of a batch of two or so is a small difference of large terms.
    expect(worstError(actual.slice(0, 3), expected.slice(0, 3))).toBeLessThanOrEqual(5e-6);
    expect(worstError(actual.slice(3), expected.slice(3))).toBeLessThanOrEqual(2e-5);
  }
});

test('many rows with a mean far from 0 keep their variance', async () => {
  // x = 100 + (-1)^i / 10: mean 100, variance 0.01.
  const x = {
    shape: [50_000, 3],
    data: Float32Array.from({ length: 150_000 }, (_, i) => 100 + ((Math.floor(i / 3) % 2) * 2 - 1) / 8),
  };
  const ones = { shape: [3], data: Float32Array.of(1, 1, 1) };
  const zeros = { shape: [3], data: new Float32Array(3) };
  const [y, mean, variance] = (await on('wasm', fused as never, [x, ones, zeros])) as [Values, Values, Values];
  for (const m of mean.data) expect(m).toBeCloseTo(100, 4);
  for (const v of variance.data) expect(v).toBeCloseTo(1 / 64, 5);
  expect(y.data[0]).toBeCloseTo(-1 / 8 / Math.sqrt(1 / 64 + epsilon), 3);
});

test('two rows by hand', async () => {
  // x = [1, 3]: mean 2, variance 1; with epsilon 0 y = [-1, 1] * gamma + beta = [-2 + 5, 2 + 5]. dy = [1, 0]:
  // dBeta = 1, dGamma = 1 * -1 = -1, dx = 2 / 1 * (dy - 1 / 2 - xHat * -1 / 2) = [2 * (0.5 - 0.5), 2 * (-0.5 + 0.5)] = [0, 0].
  const f = (dy: tf.Tensor, x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor): tf.Tensor[] => {
    const run = (a: tf.Tensor, g: tf.Tensor, b: tf.Tensor): tf.Tensor =>
      (
        tf.engine().runKernel('SixstepBatchNorm', { x: a, gamma: g, beta: b }, { epsilon: 0 }) as unknown as tf.Tensor[]
      )[0] as tf.Tensor;
    return [run(x, gamma, beta), ...tf.grads(run as never)([x, gamma, beta], dy)];
  };
  const one = (...data: number[]): Values => ({ shape: [data.length], data: Float32Array.from(data) });
  const column = (...data: number[]): Values => ({ shape: [data.length, 1], data: Float32Array.from(data) });
  const [y, dx, dGamma, dBeta] = await on('wasm', f, [column(1, 0), column(1, 3), one(2), one(5)]);
  expect(y?.data).toEqual(Float32Array.of(3, 7));
  expect(dx?.data).toEqual(Float32Array.of(0, 0));
  expect(dGamma?.data).toEqual(Float32Array.of(-1));
  expect(dBeta?.data).toEqual(Float32Array.of(1));
});

test('no tensor leaks', async () => {
  await tf.setBackend('wasm');
  const source = random(42);
  const values = [source.values([8, 4]), source.values([8, 4]), source.values([4]), source.values([4])];
  await on('wasm', withGradients(fused), values);
  const before = tf.memory().numDataBuffers;
  await on('wasm', withGradients(fused), values);
  expect(tf.memory().numDataBuffers).toBe(before);
});
