import { describe, expect, test } from '@jest/globals';
import { ones } from '@sixstep/initializers';
import { add, concatenate, dense, input } from '@sixstep/layers';
import { functional } from '@sixstep/model';
import { sgd } from '@sixstep/optimizers';
import { memory, tensor2d } from '@tensorflow/tfjs-core';

const floats = (data: number[], shape: number[]) => ({ data: Float32Array.from(data), shape });

describe('functional', () => {
  test('computes skip connections', async () => {
    const x = input({ shape: [2] });
    const h = dense({ units: 2, useBias: false, kernelInitializer: ones() }).apply(x);
    const model = functional({ inputs: x, outputs: add().apply([x, h]) });
    const y = await model.predict(tensor2d([[1, 2]]));
    // h = [3, 3], x + h = [4, 5]
    expect(Array.from(y.dataSync())).toEqual([4, 5]);
  });

  test('uses a shared layer, and its weights, twice', async () => {
    const [a, b] = [input({ shape: [1] }), input({ shape: [1] })];
    const shared = dense({ units: 1, useBias: false, kernelInitializer: ones() });
    const model = functional({ inputs: [a, b], outputs: concatenate().apply([shared.apply(a), shared.apply(b)]) });
    expect(model.countParams()).toBe(1);
    const y = await model.predict([tensor2d([[5]]), tensor2d([[7]])]);
    expect(Array.from(y.dataSync())).toEqual([5, 7]);
  });

  test('trains several outputs by losses and weights of their own, by name', async () => {
    const x = input({ shape: [1], name: 'x' });
    const head = (name: string) => dense({ units: 1, useBias: false, kernelInitializer: ones(), name }).apply(x);
    const model = functional({ inputs: [x], outputs: [head('near'), head('far')] });
    model.compile({
      optimizer: sgd({ learningRate: 0.1 }),
      loss: { near: 'meanSquaredError', far: 'meanAbsoluteError' },
      lossWeights: { near: 1, far: 0.5 },
      metrics: { far: ['meanSquaredError'] },
    });
    const { history } = await model.fit(
      { x: floats([1], [1, 1]) },
      { near: floats([3], [1, 1]), far: floats([4], [1, 1]) },
    );
    // near: (1 - 3)^2 = 4; far: |1 - 4| = 3, half of which counts; metric of far: 9.
    expect(history).toEqual({ loss: [5.5], nearLoss: [4], farLoss: [3], farMeanSquaredError: [9] });
    // dL/dw: near: 2 (1 - 3) = -4, far: -0.5.
    expect(model.weights.map((weight) => weight.dataSync()[0])).toEqual([Math.fround(1.4), Math.fround(1.05)]);
  });

  test('stands as a layer in another model', () => {
    const inner = input({ shape: [2] });
    const encoder = functional({ inputs: inner, outputs: dense({ units: 3 }).apply(inner), name: 'encoder' });
    const outer = input({ shape: [2] });
    const model = functional({ inputs: outer, outputs: dense({ units: 1 }).apply(encoder.apply(outer)) });
    expect(model.countParams()).toBe(9 + 4);
    expect(model.namedWeights().map(({ path }) => path)).toEqual([
      'encoder/dense/kernel',
      'encoder/dense/bias',
      'dense/kernel',
      'dense/bias',
    ]);
  });

  test('its summary shows what is connected to what', () => {
    const x = input({ shape: [2], name: 'x' });
    const h = dense({ units: 2 }).apply(x);
    const model = functional({ inputs: x, outputs: add().apply([x, h]) });
    expect(model.summary({ printFn: () => {} })).toContain(
      '│ add (Add)      │ [null, 2]    │       0 │ x, dense     │',
    );
  });

  test('leaves only its outputs behind', async () => {
    const x = input({ shape: [2] });
    const h = dense({ units: 2, activation: 'relu' }).apply(x);
    const model = functional({ inputs: x, outputs: [h, add().apply([x, h])] });
    const data = tensor2d([[1, 2]]);
    const before = memory().numTensors;
    const outputs = await model.predict(data);
    expect(memory().numTensors).toBe(before + 2);
    outputs.forEach((output) => output.dispose());
  });

  test('names the input that an output needs besides those given', () => {
    const [a, b] = [input({ shape: [1], name: 'a' }), input({ shape: [1], name: 'b' })];
    expect(() => functional({ inputs: a, outputs: add().apply([a, b]) })).toThrow(
      "functional: expected outputs that depend on the inputs alone, but they need 'b'. Add it to inputs.",
    );
  });

  test('names the input whose data does not fit', async () => {
    const [a, b] = [input({ shape: [1], name: 'a' }), input({ shape: [2], name: 'b' })];
    const model = functional({ inputs: [a, b], outputs: concatenate().apply([a, b]) });
    await expect(model.predict({ a: tensor2d([[1]]), b: tensor2d([[1]]) })).rejects.toThrow(
      'functional: expected an input of shape [null, 2] for b, received [1, 1].',
    );
    await expect(model.predict({ a: tensor2d([[1]]) })).rejects.toThrow(
      'predict: x: expected items for a, b, received none for b.',
    );
  });
});
