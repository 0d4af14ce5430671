import { useWasm } from '@sixstep/wasm';
import { beforeAll, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { bits } from './bits.js';

beforeAll(() => useWasm());

const heapBytes = (): number => (tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm.HEAPU8.length;

test('the kernels are right after the memory has grown', () => {
  const [before, small] = [bits(), heapBytes()];
  const large = Array.from({ length: 4 }, () => tf.zeros([16, 1024, 1024]));
  expect(heapBytes()).toBeGreaterThan(small + 200 * 2 ** 20);
  expect(bits()).toEqual(before);
  tf.dispose(large);
  expect(bits()).toEqual(before);
});

test('a hundred rounds through all kernels leave neither tensors nor memory behind', () => {
  bits();
  const [{ numTensors, numDataBuffers }, bytes] = [tf.memory(), heapBytes()];
  for (let i = 0; i < 100; i++) bits();
  expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
  expect(heapBytes()).toBe(bytes);
});

test('a kernel that throws leaves nothing behind', () => {
  const [x, indices] = [tf.ones([3, 2]), tf.tensor1d([0, 3], 'int32')];
  const { numTensors, numDataBuffers } = tf.memory();
  const count = (tf.backend() as tf.KernelBackend).numDataIds();
  expect(() => tf.gather(x, indices)).toThrow('GatherV2: the index value 3 is not in [0, 2]');
  expect(() => tf.matMul(tf.ones([2, 3]), tf.ones([2, 3]))).toThrow();
  expect(tf.memory().numTensors).toBe(numTensors + 2);
  expect((tf.backend() as tf.KernelBackend).numDataIds()).toBe(count + 2);
  expect(numDataBuffers).toBeGreaterThan(0);
});
