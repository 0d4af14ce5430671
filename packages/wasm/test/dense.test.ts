import '@tensorflow/tfjs-backend-cpu';
import { useWasm } from '@sixstep/wasm';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { on, worstError } from './backends.js';
import { random } from './random.js';

jest.spyOn(console, 'warn').mockImplementation(() => undefined);
beforeAll(() => useWasm());

const activations: Record<string, (x: tf.Tensor) => tf.Tensor> = {
  linear: (x) => x,
  relu: tf.relu,
  relu6: tf.relu6,
  sigmoid: tf.sigmoid,
  tanh: tf.tanh,
  elu: (x) => tf.where(tf.less(x, 0), tf.expm1(x), x),
};

type Args = tf.Tensor[];

const kernelCall =
  (activation: string, bias: boolean) =>
  (...[x, kernel, b]: Args): tf.Tensor =>
    tf
      .engine()
      .runKernel('SixstepDense', { x: x!, kernel: kernel!, ...(bias && { bias: b! }) }, { activation }) as tf.Tensor;

const composition =
  (activation: string, bias: boolean) =>
  (...[x, kernel, b]: Args): tf.Tensor => {
    const z = tf.matMul(x!, kernel!);
    return activations[activation]!(bias ? tf.add(z, b!) : z);
  };

describe.each(Object.keys(activations))('SixstepDense with %s', (activation) => {
  const draw = random(activation.length);
  const cases = Array.from({ length: 25 }, () => {
    const [rows, features, units] = [draw.integer(1, 40), draw.integer(1, 40), draw.integer(1, 40)];
    const inputs = [draw.values([rows, features]), draw.values([features, units]), draw.values([units])];
    return { inputs, bias: draw.integer(0, 3) > 0 };
  });

  test('is activation(x kernel + bias)', async () => {
    for (const { inputs, bias } of cases) {
      const expected = await on('cpu', composition(activation, bias), inputs);
      const actual = await on('wasm', kernelCall(activation, bias), inputs);
      expect(worstError(actual, expected)).toBeLessThan(5e-6);
    }
  });

  test('has its gradient', async () => {
    for (const { inputs, bias } of cases) {
      const gradients =
        (f: (...x: Args) => tf.Tensor) =>
        (...x: Args): tf.Tensor[] =>
          tf.grads((...y: tf.Tensor[]) => tf.sum(tf.square(f(...y))))(bias ? x : x.slice(0, 2));
      const expected = await on('cpu', gradients(composition(activation, bias)), inputs);
      const actual = await on('wasm', gradients(kernelCall(activation, bias)), inputs);
      expect(worstError(actual, expected)).toBeLessThan(5e-6);
    }
  });

  // TensorFlow.js loses what a gradient owes to a saved output, so that the others have no right second derivative.
  if (!['linear', 'relu', 'relu6'].includes(activation)) return;
  test('has the gradient of its gradient', async () => {
    const { inputs } = cases.find(({ bias }) => bias)!;
    const second =
      (f: (...x: Args) => tf.Tensor) =>
      (...[x, kernel, bias]: Args): tf.Tensor =>
        tf.grad((y: tf.Tensor) => {
          const inner = tf.grad((z: tf.Tensor) => tf.sum(tf.square(f(z, kernel!, bias!))));
          return tf.sum(tf.square(inner(y)));
        })(x!);
    const expected = await on('cpu', second(composition(activation, true)), inputs);
    const actual = await on('wasm', second(kernelCall(activation, true)), inputs);
    expect(worstError(actual, expected)).toBeLessThan(2e-5);
  });
});

describe('SixstepDense', () => {
  beforeAll(() => tf.setBackend('wasm'));

  test('by hand: relu([1, 2] [[1, -1], [0.5, 0.25]] + [0, -1])', () => {
    // [1 + 1 + 0, -1 + 0.5 - 1] = [2, -1.5]
    const y = kernelCall('relu', true)(
      tf.tensor2d([[1, 2]]),
      tf.tensor2d([
        [1, -1],
        [0.5, 0.25],
      ]),
      tf.tensor1d([0, -1]),
    );
    expect(Array.from(y.dataSync())).toEqual([2, 0]);
  });

  test('takes no activation that it does not know', () => {
    expect(() => kernelCall('softmax', false)(tf.ones([1, 1]), tf.ones([1, 1]))).toThrow(
      'SixstepDense: expected attributes that the kernel serves, received others.',
    );
  });

  test('leaves no tensor and no memory behind, in 1,000 steps and after a throw', () => {
    const args = [tf.ones([5, 7]), tf.ones([7, 3]), tf.ones([3])];
    const step = (): void => tf.dispose(tf.grads((...x: tf.Tensor[]) => tf.sum(kernelCall('tanh', true)(...x)))(args));
    step();
    const { numTensors, numBytes } = tf.memory();
    for (let i = 0; i < 1000; i++) step();
    expect(() => tf.tidy(() => kernelCall('nothing', true)(...args))).toThrow('SixstepDense');
    expect(tf.memory()).toMatchObject({ numTensors, numBytes });
    tf.dispose(args);
  });
});
