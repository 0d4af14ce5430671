import '@tensorflow/tfjs-backend-cpu';
import { useWasm } from '@sixstep/wasm';
import { beforeAll, expect, jest, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { on, worstError } from './backends.js';
import { bits } from './bits.js';
import { golden } from './golden-bits.js';
import { random } from './random.js';

jest.spyOn(console, 'warn').mockImplementation(() => undefined);
beforeAll(() => useWasm({ relaxedSimd: true }));

/** A function of three vectors that returns their relaxed multiply-add. */
const probe = Uint8Array.from([
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 8, 1, 96, 3, 123, 123, 123, 1, 123, 3, 2, 1, 0],
  ...[10, 13, 1, 11, 0, 32, 0, 32, 1, 32, 2, 253, 133, 2, 11],
]);

test('relaxed SIMD rounds a * b + c once where the engine has it, and changes nothing where not', () => {
  const { matMul, adam } = bits();
  expect(matMul === golden['matMul']).toBe(!WebAssembly.validate(probe));
  expect(adam).toHaveLength(8);
});

test('its products agree with the cpu backend no worse', async () => {
  const { integer, values } = random(9);
  for (let i = 0; i < 30; i++) {
    const [rows, inner, columns] = [integer(1, 50), integer(1, 700), integer(1, 50)];
    const inputs = [values([rows, inner]), values([inner, columns])];
    const product = (a: tf.Tensor, b: tf.Tensor): tf.Tensor => tf.matMul(a, b);
    const [expected, actual] = [await on('cpu', product, inputs), await on('wasm', product, inputs)];
    expect(worstError(actual, expected)).toBeLessThan(5e-6);
  }
});
