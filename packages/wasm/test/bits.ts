import * as tf from '@tensorflow/tfjs-core';
import { random } from './random.js';

/** A number that hangs on every bit of the values (FNV-1a). */
function hash(tensors: readonly tf.Tensor[]): string {
  let h = 0x811c9dc5;
  for (const tensor of tensors) {
    const values = tensor.dataSync();
    for (const byte of new Uint8Array(values.buffer, values.byteOffset, values.byteLength)) {
      h = Math.imul(h ^ byte, 0x01000193) >>> 0;
    }
  }
  return h.toString(16).padStart(8, '0');
}

/** What the kernels make of numbers that are the same everywhere, as one hash a kernel. */
export function bits(): Record<string, string> {
  const draw = random(42);
  const next = (...shape: number[]): tf.Tensor => tf.tensor(draw.values(shape).data, shape);
  // Numbers of its own, so that those of the others stay what they were.
  const drawOther = random(43);
  const other = (...shape: number[]): tf.Tensor => tf.tensor(drawOther.values(shape).data, shape);
  const run = (name: string, inputs: tf.NamedTensorMap, attributes: Record<string, number | string | boolean> = {}) =>
    [tf.engine().runKernel(name, inputs, attributes)].flat() as tf.Tensor[];
  const learn = (name: string, inputs: tf.NamedTensorMap, state: tf.NamedTensorMap) => {
    const names = Object.keys(inputs);
    const f = (...x: tf.Tensor[]): tf.Tensor => {
      const given = Object.fromEntries(names.map((key, i) => [key, x[i]!]));
      return tf.sum(tf.square(run(name, { ...given, ...state }, { returnSequences: true })[0]!));
    };
    return tf.grads(f)(Object.values(inputs));
  };
  return tf.tidy(() => {
    const [a, b] = [next(37, 600), next(600, 21)];
    const adam = { momentum: tf.abs(next(101)), velocity: tf.abs(next(101)) };
    const x = next(5, 9, 6);
    const state = { h0: next(5, 7) };
    return {
      matMul: hash([tf.matMul(a, b), tf.matMul(b, a, true, true)]),
      conv2d: hash(
        tf.grads((y: tf.Tensor, f: tf.Tensor) =>
          tf.sum(tf.square(tf.conv2d(y as tf.Tensor4D, f as tf.Tensor4D, 1, 'same'))),
        )([next(2, 9, 8, 5), next(3, 3, 5, 11)]),
      ),
      winograd: hash(
        tf.grads((y: tf.Tensor, f: tf.Tensor) =>
          tf.sum(tf.square(tf.conv2d(y as tf.Tensor4D, f as tf.Tensor4D, 1, 'same'))),
        )([other(2, 9, 8, 16), other(3, 3, 16, 24)]),
      ),
      ...Object.fromEntries(
        ['sigmoid', 'tanh', 'elu'].map((activation) => [
          activation,
          hash(run('SixstepDense', { x: tf.mul(next(999, 1), 9), kernel: tf.ones([1, 1]) }, { activation })),
        ]),
      ),
      crossEntropy: hash(
        run('SixstepSparseSoftmaxCrossEntropy', {
          logits: tf.mul(next(50, 13), 9),
          labels: tf.tensor1d(Int32Array.from({ length: 50 }, (_, i) => i % 13)),
        }),
      ),
      adam: hash([
        ...run(
          'SixstepAdam',
          { variable: next(101), gradient: next(101), ...adam },
          { decay: 0.01, momentumRate: 0.1, velocityRate: 0.001, alpha: 0.001, epsilon: 1e-7 },
        ),
        ...Object.values(adam),
      ]),
      lstm: hash(
        learn(
          'SixstepLstm',
          { x, kernel: next(6, 28), recurrentKernel: next(7, 28), bias: next(28) },
          { ...state, c0: next(5, 7) },
        ),
      ),
      gru: hash(
        learn('SixstepGru', { x, kernel: next(6, 21), recurrentKernel: next(7, 21), bias: next(2, 21) }, state),
      ),
    };
  });
}
