import '@tensorflow/tfjs-backend-cpu';
import { useWasm } from '@sixstep/wasm';
import { beforeAll, expect, jest, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { on, worstError } from './backends.js';
import { random } from './random.js';

jest.spyOn(console, 'warn').mockImplementation(() => undefined);
beforeAll(() => useWasm());

test('gather equals that of the cpu backend exactly, along any axis, with batches', async () => {
  const draw = random(11);
  for (let i = 0; i < 150; i++) {
    const rank = draw.integer(1, 4);
    const shape = Array.from({ length: rank }, () => draw.integer(1, 6));
    const axis = draw.integer(0, rank - 1);
    const batchDims = draw.integer(0, axis);
    const own = Array.from({ length: draw.integer(batchDims === 0 ? 0 : 1, 2) }, () => draw.integer(0, 5));
    const indexShape = [...shape.slice(0, batchDims), ...own];
    const count = indexShape.reduce((a, b) => a * b, 1);
    const indices = Int32Array.from({ length: count }, () => draw.integer(0, shape[axis]! - 1));
    for (const dtype of ['float32', 'int32', 'bool'] as const) {
      const f = (x: tf.Tensor): tf.Tensor => {
        const some = dtype === 'bool' ? tf.greater(x, 0) : tf.cast(tf.mul(x, 9), dtype);
        const y = tf.gather(some, tf.tensor(indices, indexShape, 'int32'), axis, batchDims);
        return tf.cast(y, 'float32');
      };
      const x = draw.values(shape);
      const [expected, actual] = [await on('cpu', f, [x]), await on('wasm', f, [x])];
      expect(worstError(actual, expected)).toBe(0);
    }
  }
});

test('gather says which index is out of range', async () => {
  await tf.setBackend('wasm');
  const x = tf.ones([2, 3]);
  expect(() => tf.gather(x, tf.tensor1d([0, -1], 'int32'))).toThrow('GatherV2: the index value -1 is not in [0, 1]');
  expect(() => tf.gather(x, tf.tensor1d([3], 'int32'), 1)).toThrow('GatherV2: the index value 3 is not in [0, 2]');
});

test('gather of strings is left to TensorFlow.js', () => {
  expect(() => tf.gather(tf.tensor1d(['a', 'b']), tf.tensor1d([1], 'int32')).dataSync()).toThrow();
});
