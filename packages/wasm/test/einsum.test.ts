import '@tensorflow/tfjs-backend-cpu';
import { useWasm } from '@sixstep/wasm';
import { beforeAll, expect, jest, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { on, worstError } from './backends.js';
import { random, type Values } from './random.js';

jest.spyOn(console, 'warn').mockImplementation(() => undefined);
beforeAll(() => useWasm());

function operands(equation: string): Values[] {
  const source = random(61);
  const size = (label: string): number => 1 + ((label.charCodeAt(0) * 7) % 5);
  return (equation.split('->')[0] as string).split(',').map((term) => source.values([...term.trim()].map(size)));
}

test.each([
  'i->',
  'ij->ji',
  'ijk->kj',
  'ijk->',
  'i,i->',
  'i,j->ij',
  'i,j->ji',
  'ij,jk->ik',
  'ij,kj->ik',
  'ji,jk->ik',
  'ji,kj->ki',
  'bij,bjk->bik',
  'bij,bkj->bki',
  'ijb,bjk->bik',
  'ij,ij->ij',
  'ij,ij->',
  'ijk,jkl->il',
  'ijk,jkl->lij',
  'bqhd,bkhd->bhqk',
  'bhqk,bkhd->bqhd',
  ' ab , bc -> ca ',
])('einsum %s equals that of the cpu backend, and so do its gradients', async (equation) => {
  const values = operands(equation);
  const f = (...x: tf.Tensor[]): tf.Tensor => tf.einsum(equation, ...x);
  const all = (...x: tf.Tensor[]): tf.Tensor[] => [f(...x), ...tf.grads(f)(x)];
  const before = tf.memory().numDataBuffers;
  expect(worstError(await on('wasm', all, values), await on('cpu', all, values))).toBeLessThanOrEqual(5e-6);
  expect(tf.memory().numDataBuffers).toBe(before);
});

test('integers give integers', async () => {
  await tf.setBackend('wasm');
  const y = tf.einsum(
    'ij,j->i',
    tf.tensor2d(
      [
        [1, 2],
        [3, 4],
      ],
      [2, 2],
      'int32',
    ),
    tf.tensor1d([10, 1], 'int32'),
  );
  expect([y.dtype, ...y.dataSync()]).toEqual(['int32', 12, 34]);
});

test('labels of one operand alone are summed, where the cpu backend has them wrong', async () => {
  // sum over i of a[i, j], times b[k], and the gradients: b summed, at every i and j; the sum of a, at every k.
  const f = (a: tf.Tensor, b: tf.Tensor): tf.Tensor => tf.einsum('ij,k->jk', a, b);
  const values = [
    { shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) },
    { shape: [3], data: Float32Array.of(1, 10, 100) },
  ];
  const [y, da, db] = await on('wasm', (a, b) => [f(a!, b!), ...tf.grads(f)([a!, b!])], values);
  expect(y).toEqual({ shape: [2, 3], data: Float32Array.of(4, 40, 400, 6, 60, 600) });
  expect(da).toEqual({ shape: [2, 2], data: Float32Array.of(111, 111, 111, 111) });
  expect(db).toEqual({ shape: [3], data: Float32Array.of(10, 10, 10) });
});

test('an equation that changes nothing gives a tensor of its own', async () => {
  await tf.setBackend('wasm');
  const x = tf.tensor1d([1, 2, 3]);
  const y = tf.einsum('i->i', x);
  x.dispose();
  expect(Array.from(y.dataSync())).toEqual([1, 2, 3]);
  y.dispose();
});
