import '@tensorflow/tfjs-backend-cpu';
import { useWasm } from '@sixstep/wasm';
import { expect, jest, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { on, worstError } from './backends.js';
import { conv, depthwise, randomCase, withGradients } from './convolutions.js';
import { random, type Values } from './random.js';

// As in an engine without SIMD: the backend takes its plain build, our module is not installed.
jest.spyOn(console, 'warn').mockImplementation(() => undefined);
tf.env().set('WASM_HAS_SIMD_SUPPORT', false);
await useWasm({ simd: false });

async function errorOf(f: (...x: tf.Tensor[]) => tf.Tensor | tf.Tensor[], values: Values[]): Promise<number> {
  return worstError(await on('wasm', f, values), await on('cpu', f, values));
}

test('no kernel of the module is there', () => {
  expect(tf.getKernelsForBackend('wasm').filter(({ kernelName }) => kernelName.startsWith('Sixstep'))).toEqual([]);
});

test('random convolutions train as on the cpu backend', async () => {
  const source = random(51);
  for (let i = 0; i < 60; i++) {
    const item = randomCase(source);
    expect(await errorOf(withGradients(conv(item)), [item.dy, item.x, item.filter])).toBeLessThanOrEqual(5e-6);
  }
});

test('random depthwise convolutions train as on the cpu backend', async () => {
  const source = random(52);
  for (let i = 0; i < 60; i++) {
    const item = randomCase(source, true);
    expect(await errorOf(withGradients(depthwise(item)), [item.dy, item.x, item.filter])).toBeLessThanOrEqual(5e-6);
  }
});

test.each(['maxPool', 'avgPool'] as const)('random %ss train as on the cpu backend', async (name) => {
  const source = random(53);
  for (let i = 0; i < 60; i++) {
    const size: [number, number] = [source.integer(1, 3), source.integer(1, 3)];
    const strides: [number, number] = [source.integer(1, 3), source.integer(1, 3)];
    const pad = source.pick(['same', 'valid'] as const);
    const f = (x: tf.Tensor): tf.Tensor =>
      tf.grad((a) => tf.sum(tf.square(tf[name](a as tf.Tensor4D, size, strides, pad))))(x);
    const x = source.values([2, size[0] + source.integer(0, 6), size[1] + source.integer(0, 6), source.integer(1, 5)]);
    expect(await errorOf(f, [x])).toBeLessThanOrEqual(5e-6);
  }
});

test('random segment sums equal those of the cpu backend', async () => {
  const source = random(54);
  for (let i = 0; i < 60; i++) {
    const ids = Array.from({ length: source.integer(1, 9) }, () => source.integer(-1, 5));
    const f = (x: tf.Tensor): tf.Tensor => tf.unsortedSegmentSum(x, tf.tensor1d(ids, 'int32'), 5);
    expect(await errorOf(f, [source.values([ids.length, source.integer(1, 4)])])).toBeLessThanOrEqual(5e-6);
  }
});

test('images with the channels first are served, too', async () => {
  await tf.setBackend('wasm');
  const [x, dy] = [tf.randomUniform([2, 3, 5, 4], -1, 1), tf.randomUniform([2, 6, 4, 3], -1, 1)];
  const f = (a: tf.Tensor, g: tf.Tensor, dataFormat: string): tf.Tensor =>
    tf
      .engine()
      .runKernel(
        'Conv2DBackpropFilter',
        { x: a, dy: g },
        { strides: 1, pad: 'valid', dataFormat, filterShape: [2, 2, 3, 6] },
      );
  const last = f(tf.transpose(x, [0, 2, 3, 1]), tf.transpose(dy, [0, 2, 3, 1]), 'NHWC');
  const first = f(x, dy, 'NCHW');
  expect(Array.from(first.dataSync())).toEqual(Array.from(last.dataSync()));
  tf.disposeVariables();
});
