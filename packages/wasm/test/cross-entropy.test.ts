import { useWasm } from '@sixstep/wasm';
import { beforeAll, describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { random } from './random.js';

beforeAll(() => useWasm());

function run(name: string, logits: tf.Tensor, labels: tf.Tensor): number[][] {
  return tf.tidy(() =>
    (tf.engine().runKernel(name, { logits, labels }) as tf.Tensor[]).map((x) => Array.from(x.dataSync())),
  );
}

/** Loss and gradient of one row in double precision. */
function reference(x: readonly number[], y: readonly number[]): { loss: number; gradient: number[] } {
  const largest = Math.max(...x);
  const exps = x.map((v) => Math.exp(v - largest));
  const sum = exps.reduce((a, b) => a + b, 0);
  const loss = x.reduce((total, v, i) => total + y[i]! * (Math.log(sum) - (v - largest)), 0);
  return { loss, gradient: exps.map((e, i) => e / sum - y[i]!) };
}

describe('SixstepSparseSoftmaxCrossEntropy', () => {
  const name = 'SixstepSparseSoftmaxCrossEntropy';

  test('by hand: logits [0, ln 3], label 1', () => {
    // softmax = [1/4, 3/4]; loss = -ln(3/4); gradient = [1/4, 3/4 - 1]
    const [losses, gradient] = run(name, tf.tensor2d([[0, Math.log(3)]]), tf.tensor1d([1], 'int32'));
    expect(losses![0]).toBeCloseTo(-Math.log(0.75), 6);
    expect(gradient![0]).toBeCloseTo(0.25, 6);
    expect(gradient![1]).toBeCloseTo(-0.25, 6);
  });

  test('agrees with double precision to 3e-7, for any number of classes and logits of any size', () => {
    const { integer, pick, values } = random(1);
    for (let i = 0; i < 200; i++) {
      const [rows, classes] = [integer(1, 9), integer(1, 40)];
      const scale = pick([1e-3, 1, 10, 80]);
      const logits = values([rows, classes]).data.map((v) => v * scale);
      const labels = Array.from({ length: rows }, () => integer(0, classes - 1));
      const [losses, gradient] = run(name, tf.tensor2d(logits, [rows, classes]), tf.tensor1d(labels, 'int32'));
      for (let row = 0; row < rows; row++) {
        const x = Array.from(logits.subarray(row * classes, (row + 1) * classes));
        const expected = reference(
          x,
          x.map((_, j) => +(j === labels[row])),
        );
        expect(Math.abs(losses![row]! - expected.loss)).toBeLessThanOrEqual(3e-7 * Math.max(1, expected.loss));
        expected.gradient.forEach((g, j) => expect(Math.abs(gradient![row * classes + j]! - g)).toBeLessThan(3e-7));
      }
    }
  });

  test('gives NaN for a label that is no class, and where a logit is NaN, in that row alone', () => {
    const logits = tf.tensor2d([
      [1, 2],
      [1, 2],
      [NaN, 2],
      [1, 2],
    ]);
    const [losses, gradient] = run(name, logits, tf.tensor1d([2, -1, 1, 1], 'int32'));
    expect(losses!.map(Number.isNaN)).toEqual([true, true, true, false]);
    expect(gradient!.map(Number.isNaN)).toEqual([true, true, true, true, true, true, false, false]);
  });

  test('is certain where one logit is far above the others', () => {
    const [losses, gradient] = run(name, tf.tensor2d([[1000, 0, -1000]]), tf.tensor1d([0], 'int32'));
    expect(losses).toEqual([0]);
    expect(gradient).toEqual([0, 0, 0]);
    expect(run(name, tf.tensor2d([[1000, 0, -1000]]), tf.tensor1d([2], 'int32'))[0]).toEqual([2000]);
  });
});

describe('SixstepSoftmaxCrossEntropy', () => {
  const name = 'SixstepSoftmaxCrossEntropy';

  test('agrees with double precision, also where the labels do not add up to 1', () => {
    const { integer, values } = random(2);
    for (let i = 0; i < 200; i++) {
      const [rows, classes] = [integer(1, 9), integer(1, 40)];
      const logits = values([rows, classes]).data.map((v) => v * 10);
      const labels = values([rows, classes]).data.map((v) => (v + 1) / classes);
      const [losses, gradient] = run(name, tf.tensor2d(logits, [rows, classes]), tf.tensor2d(labels, [rows, classes]));
      for (let row = 0; row < rows; row++) {
        const cut = (data: Float32Array): number[] => Array.from(data.subarray(row * classes, (row + 1) * classes));
        const expected = reference(cut(logits), cut(labels));
        expect(Math.abs(losses![row]! - expected.loss)).toBeLessThanOrEqual(4e-7 * Math.max(1, expected.loss));
        expected.gradient.forEach((g, j) => expect(Math.abs(gradient![row * classes + j]! - g)).toBeLessThan(3e-7));
      }
    }
  });

  test('is the sparse loss for one-hot labels, to the bit', () => {
    const logits = tf.randomNormal([16, 11], 0, 3, 'float32', 1);
    const labels = Array.from({ length: 16 }, (_, i) => (i * 7) % 11);
    const sparse = run('SixstepSparseSoftmaxCrossEntropy', logits, tf.tensor1d(labels, 'int32'));
    expect(run(name, logits, tf.cast(tf.oneHot(tf.tensor1d(labels, 'int32'), 11), 'float32'))).toEqual(sparse);
  });
});
