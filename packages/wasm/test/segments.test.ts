import '@tensorflow/tfjs-backend-cpu';
import { useWasm } from '@sixstep/wasm';
import { beforeAll, expect, jest, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { on, worstError } from './backends.js';
import { random } from './random.js';

jest.spyOn(console, 'warn').mockImplementation(() => undefined);
beforeAll(() => useWasm());

test('200 random segment sums equal those of the cpu backend; ids outside are left out', async () => {
  const source = random(31);
  for (let i = 0; i < 200; i++) {
    const [n, segments] = [source.integer(0, 12), source.integer(1, 9)];
    const rank = source.integer(0, 2);
    const x = source.values([n, ...[source.integer(1, 7), source.integer(1, 5)].slice(0, rank)]);
    const ids = Array.from({ length: n }, () => source.integer(-2, segments + 1));
    const f = (a: tf.Tensor): tf.Tensor => tf.unsortedSegmentSum(a, tf.tensor1d(ids, 'int32'), segments);
    expect(worstError(await on('wasm', f, [x]), await on('cpu', f, [x]))).toBeLessThanOrEqual(5e-7);
  }
});

test('integers are summed, too', async () => {
  await tf.setBackend('wasm');
  const x = tf.tensor2d(
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    [3, 2],
    'int32',
  );
  const sums = tf.unsortedSegmentSum(x, tf.tensor1d([1, 0, 1], 'int32'), 2);
  expect(Array.from(sums.dataSync())).toEqual([3, 4, 6, 8]);
  tf.dispose([x, sums]);
});

test('an embedding learns the rows that it looked up', async () => {
  // Rows 2, 0, 2 of a table of zeros, loss = sum(w * rows): the gradient of row 2 is w0 + w2, that of row 0 is w1.
  const f = (table: tf.Tensor): tf.Tensor =>
    tf.grad((t) =>
      tf.sum(
        tf.mul(
          tf.gather(t, tf.tensor1d([2, 0, 2], 'int32')),
          tf.tensor2d([
            [1, 2],
            [10, 20],
            [100, 200],
          ]),
        ),
      ),
    )(table);
  const [dTable] = await on('wasm', f, [{ shape: [3, 2], data: new Float32Array(6) }]);
  expect(dTable?.data).toEqual(Float32Array.of(10, 20, 0, 0, 101, 202));
});
