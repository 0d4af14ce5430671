import '@tensorflow/tfjs-backend-cpu';
import { useWasm } from '@sixstep/wasm';
import { beforeAll, expect, jest, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { on, worstError } from './backends.js';
import { random, type Random, type Values } from './random.js';

jest.spyOn(console, 'warn').mockImplementation(() => undefined);
beforeAll(() => useWasm());

interface Pooling {
  x: Values;
  dy: Values;
  size: [number, number];
  strides: [number, number];
  pad: 'same' | 'valid';
}

function randomPooling({ integer, pick, values }: Random, overlapping: boolean): Pooling {
  const size: [number, number] = integer(0, 1) === 0 ? [2, 2] : [integer(1, 4), integer(1, 4)];
  const strides: [number, number] = overlapping ? [integer(1, 3), integer(1, 3)] : size;
  const shape = [integer(1, 3), size[0] + integer(0, 7), size[1] + integer(0, 7), integer(1, 11)];
  const pad = pick(['same', 'valid'] as const);
  const info = tf.backend_util.computePool2DInfo(shape as [number, number, number, number], size, strides, 1, pad);
  return { x: values(shape), dy: values(info.outShape), size, strides, pad };
}

type Pool = typeof tf.maxPool;

async function errorOf(pool: Pool, { x, dy, size, strides, pad }: Pooling): Promise<number> {
  const f = (g: tf.Tensor, a: tf.Tensor): tf.Tensor => tf.grad((b) => pool(b as tf.Tensor4D, size, strides, pad))(a, g);
  return worstError(await on('wasm', f, [dy, x]), await on('cpu', f, [dy, x]));
}

test('200 random max poolings have the gradient of the cpu backend, exactly where windows do not overlap', async () => {
  const source = random(21);
  for (let i = 0; i < 200; i++) {
    const overlapping = i % 2 === 0;
    expect(await errorOf(tf.maxPool, randomPooling(source, overlapping))).toBeLessThanOrEqual(overlapping ? 5e-7 : 0);
  }
});

test('200 random max poolings are those of the cpu backend, exactly', async () => {
  const source = random(24);
  for (let i = 0; i < 200; i++) {
    const { x, size, strides, pad } = randomPooling(source, i % 2 === 0);
    const f = (a: tf.Tensor): tf.Tensor => tf.maxPool(a as tf.Tensor4D, size, strides, pad);
    expect(worstError(await on('wasm', f, [x]), await on('cpu', f, [x]))).toBe(0);
  }
});

test('a window of max pooling that has a NaN gives NaN; infinities are numbers', async () => {
  // Windows of 2 x 2: [NaN 1; 0 2], [1 0; 3 NaN], [Infinity -Infinity; 5 6], [-Infinity ...].
  const line = (...values: number[]): number[] => values.flatMap((value) => new Array<number>(5).fill(value));
  const x = [
    ...line(NaN, 1, 1, 0, Infinity, -Infinity, -Infinity, -Infinity),
    ...line(0, 2, 3, NaN, 5, 6, -Infinity, -Infinity),
  ];
  const f = (a: tf.Tensor): tf.Tensor => tf.maxPool(a as tf.Tensor4D, 2, 2, 'valid');
  const [y] = await on('wasm', f, [{ shape: [1, 2, 8, 5], data: Float32Array.from(x) }]);
  expect(y?.data).toEqual(Float32Array.from(line(NaN, NaN, Infinity, -Infinity)));
});

test('max pooling takes float32 alone, as it does without our kernels', async () => {
  await tf.setBackend('wasm');
  expect(() => tf.maxPool(tf.zeros<tf.Rank.R4>([1, 2, 2, 1], 'int32'), 2, 2, 'valid')).toThrow(
    'Error in MaxPool: only float32 input is supported. Got int32.',
  );
});

test('200 random average poolings have the gradient of the cpu backend', async () => {
  const source = random(22);
  for (let i = 0; i < 200; i++) {
    expect(await errorOf(tf.avgPool, randomPooling(source, i % 2 === 0))).toBeLessThanOrEqual(5e-7);
  }
});

test('equal maxima: the first one gets the gradient; NaN is never the greatest, as on the cpu backend', async () => {
  const source = random(23);
  const item = { ...randomPooling(source, false), x: source.values([1, 4, 4, 9]), dy: source.values([1, 2, 2, 9]) };
  const two = { ...item, size: [2, 2], strides: [2, 2], pad: 'valid' } as Pooling;
  two.x.data.fill(1);
  expect(await errorOf(tf.maxPool, two)).toBe(0);
  two.x.data.set([NaN, 2, NaN, -Infinity, Infinity, NaN], 0);
  two.x.data.fill(NaN, 100);
  expect(await errorOf(tf.maxPool, two)).toBe(0);
});

test('a hand-made max pooling', async () => {
  // [1 5 2; 3 4 9], windows of 2 x 2 one apart: [5, 9]; dy = [10 20] goes to the 5 and to the 9.
  const f = (a: tf.Tensor): tf.Tensor =>
    tf.grad((b) => tf.maxPool(b as tf.Tensor4D, 2, 1, 'valid'))(a, tf.tensor4d([10, 20], [1, 1, 2, 1]));
  const [dx] = await on('wasm', f, [{ shape: [1, 2, 3, 1], data: Float32Array.of(1, 5, 2, 3, 4, 9) }]);
  expect(dx?.data).toEqual(Float32Array.of(0, 10, 0, 0, 0, 20));
});

test('empty batches have empty gradients', async () => {
  const f = (a: tf.Tensor): tf.Tensor => tf.grad((b) => tf.maxPool(b as tf.Tensor4D, 2, 2, 'valid'))(a);
  expect(await on('wasm', f, [{ shape: [0, 4, 4, 3], data: new Float32Array(0) }])).toEqual([
    { shape: [0, 4, 4, 3], data: new Float32Array(0) },
  ]);
});
