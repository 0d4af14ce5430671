import '@tensorflow/tfjs-backend-cpu';
import { useWasm } from '@sixstep/wasm';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { on, worstError } from './backends.js';
import { random, type Values } from './random.js';

jest.spyOn(console, 'warn').mockImplementation(() => undefined);
beforeAll(() => useWasm());

type States = { outputs: tf.Tensor; h: tf.Tensor; c?: tf.Tensor };

/** The definition, step by step. */
function lstmSteps([x, kernel, recurrent, bias, h0, c0]: tf.Tensor[]): States {
  let [h, c] = [h0!, c0!];
  const outputs: tf.Tensor[] = [];
  for (const step of tf.unstack(x!, 1)) {
    const z = tf.add(tf.add(tf.matMul(step, kernel!), tf.matMul(h, recurrent!)), bias!);
    const [i, f, g, o] = tf.split(z, 4, 1) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
    c = tf.add(tf.mul(tf.sigmoid(f), c), tf.mul(tf.sigmoid(i), tf.tanh(g)));
    h = tf.mul(tf.sigmoid(o), tf.tanh(c));
    outputs.push(h);
  }
  return { outputs: tf.stack(outputs, 1), h, c };
}

function gruSteps([x, kernel, recurrent, bias, h0]: tf.Tensor[]): States {
  let h = h0!;
  const outputs: tf.Tensor[] = [];
  const [inputBias, recurrentBias] = tf.unstack(bias!) as [tf.Tensor, tf.Tensor];
  for (const step of tf.unstack(x!, 1)) {
    const a = tf.split(tf.add(tf.matMul(step, kernel!), inputBias), 3, 1) as tf.Tensor[];
    const b = tf.split(tf.add(tf.matMul(h, recurrent!), recurrentBias), 3, 1) as tf.Tensor[];
    const z = tf.sigmoid(tf.add(a[0]!, b[0]!));
    const r = tf.sigmoid(tf.add(a[1]!, b[1]!));
    const g = tf.tanh(tf.add(a[2]!, tf.mul(r, b[2]!)));
    h = tf.add(tf.mul(z, h), tf.mul(tf.sub(1, z), g));
    outputs.push(h);
  }
  return { outputs: tf.stack(outputs, 1), h };
}

const cells = {
  SixstepLstm: { gates: 4, biases: 1, states: ['h0', 'c0'], steps: lstmSteps },
  SixstepGru: { gates: 3, biases: 2, states: ['h0'], steps: gruSteps },
};

describe.each(Object.entries(cells))('%s', (name, { gates, biases, states, steps }) => {
  const run = ([x, kernel, recurrentKernel, bias, ...state]: tf.Tensor[], returnSequences = true): States => {
    const inputs = { x, kernel, recurrentKernel, bias, ...Object.fromEntries(states.map((key, i) => [key, state[i]])) };
    const results = tf
      .engine()
      .runKernel(name, inputs as tf.NamedTensorMap, { returnSequences }) as unknown as tf.Tensor[];
    const [outputs, h, c] = results as [tf.Tensor, tf.Tensor, tf.Tensor];
    return { outputs, h, ...(states.length > 1 && { c }) };
  };

  function randomInputs(seed: number): Values[] {
    const { integer, pick, values } = random(seed);
    const [batch, length, features] = [integer(1, 7), integer(1, 9), integer(1, 12)];
    const units = pick([1, 2, 3, 4, 5, 8, 11, 16, 21]);
    const bias = biases === 1 ? [gates * units] : [biases, gates * units];
    const rest = states.map(() => values([batch, units]));
    return [
      values([batch, length, features]),
      values([features, gates * units]),
      values([units, gates * units]),
      values(bias),
      ...rest,
    ];
  }

  test('is the recurrence written step by step, outputs and last states, on 100 random shapes', async () => {
    for (let seed = 1; seed <= 100; seed++) {
      const inputs = randomInputs(seed);
      const all =
        (f: (x: tf.Tensor[]) => States) =>
        (...x: tf.Tensor[]) =>
          Object.values(f(x)) as tf.Tensor[];
      const [expected, actual] = [await on('cpu', all(steps), inputs), await on('wasm', all(run), inputs)];
      expect(worstError(actual, expected)).toBeLessThan(2e-6);
    }
  });

  test('has the gradient of the recurrence, through any of its results, on 60 random shapes', async () => {
    const draw = random(7);
    for (let seed = 1; seed <= 60; seed++) {
      const inputs = randomInputs(seed);
      const used = draw.pick([
        ['outputs'],
        ['h'],
        ['outputs', 'h'],
        ['outputs', 'h', 'c'],
        ['c', 'h'],
      ]) as (keyof States)[];
      const gradients =
        (f: (x: tf.Tensor[]) => States) =>
        (...x: tf.Tensor[]): tf.Tensor[] =>
          tf.grads((...y: tf.Tensor[]) => {
            const results = f(y);
            const parts = used.flatMap((key) => (results[key] === undefined ? [] : [results[key]]));
            return tf.addN(parts.map((part) => tf.sum(tf.mul(tf.square(part), tf.add(part, 0.5)))));
          })(x);
      const sequences = used.includes('outputs');
      const [expected, actual] = [
        await on('cpu', gradients(steps), inputs),
        await on(
          'wasm',
          gradients((x) => run(x, sequences)),
          inputs,
        ),
      ];
      const what = { used, shapes: inputs.map(({ shape }) => shape) };
      expect({ ...what, fine: worstError(actual, expected) < 5e-6 }).toEqual({ ...what, fine: true });
    }
  });

  test('does without bias', async () => {
    const inputs = randomInputs(3);
    inputs[3]!.data.fill(0);
    const without = (...x: tf.Tensor[]): tf.Tensor => {
      const [first, kernel, recurrentKernel, , ...state] = x as [
        tf.Tensor,
        tf.Tensor,
        tf.Tensor,
        tf.Tensor,
        ...tf.Tensor[],
      ];
      const named = Object.fromEntries(states.map((key, i) => [key, state[i]!]));
      const results = tf
        .engine()
        .runKernel(name, { x: first, kernel, recurrentKernel, ...named }, { returnSequences: true });
      return (results as unknown as tf.Tensor[])[0]!;
    };
    const [expected, actual] = [await on('wasm', (...x) => run(x).outputs, inputs), await on('wasm', without, inputs)];
    expect(worstError(actual, expected)).toBe(0);
  });

  test('leaves no tensor and no memory behind', async () => {
    await tf.setBackend('wasm');
    const inputs = randomInputs(5).map(({ data, shape }) => tf.tensor(data, shape));
    const step = (): void => tf.dispose(tf.grads((...x: tf.Tensor[]) => tf.sum(run(x, false).h))(inputs));
    step();
    const { HEAPU8 } = (tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm;
    const { numTensors, numBytes } = tf.memory();
    for (let i = 0; i < 1000; i++) step();
    expect(tf.memory()).toMatchObject({ numTensors, numBytes });
    expect((tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm.HEAPU8.length).toBe(HEAPU8.length);
    tf.dispose(inputs);
  });
});
