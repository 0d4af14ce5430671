import { describe, expect, test } from '@jest/globals';
import { constant, ones, zeros } from '@sixstep/initializers';
import { batchNormalization, dense, dropout, Layer } from '@sixstep/layers';
import {
  Model,
  sequential,
  terminateOnNaN,
  type Batch,
  type Callback,
  type FitOptions,
  type Logs,
} from '@sixstep/model';
import { sgd } from '@sixstep/optimizers';
import { div, exp, fill, mean, memory, mul, sqrt, sub, type Tensor } from '@tensorflow/tfjs-core';

const floats = (data: number[], shape: number[]) => ({ data: Float32Array.from(data), shape });
const one = floats([1, 1, 1, 1], [4, 1]);
const stops = (explain: boolean): FitOptions => ({
  batchSize: 2,
  shuffle: false,
  callbacks: [terminateOnNaN({ explain })],
});
const values = (model: Model): number[][] => model.weights.map((variable) => Array.from(variable.dataSync()));

/** Gives e^(scale h), in its own path; from 89 on that is not finite. */
class Exponential extends Layer {
  override call(h: Tensor): Tensor {
    return exp(h);
  }
}
class Block extends Layer {
  readonly inner = new Exponential();
  override call(h: Tensor): Tensor {
    return sub(this.inner.apply(h), 1);
  }
}
class Root extends Layer {
  override call(h: Tensor): Tensor {
    return sqrt(h);
  }
}

test('the weights stay those of the step before', async () => {
  const before = memory().numTensors;
  const model = sequential([dense({ units: 1, kernelInitializer: ones(), inputShape: [1] })]);
  model.compile({ optimizer: sgd({ learningRate: 0.1 }), loss: 'meanSquaredError' });
  const seen = [values(model)];
  const note: Callback = { onTrainBatchEnd: () => void seen.push(values(model)) };
  const x = floats([1, 1, 2, NaN], [4, 1]);
  await expect(
    model.fit(x, one, { batchSize: 1, shuffle: false, callbacks: [note, terminateOnNaN()] }),
  ).rejects.toThrow('terminateOnNaN: expected a finite loss, received NaN at epoch 1, batch 3. Look for NaN');
  expect(seen).toHaveLength(1 + 3);
  expect(values(model)).toEqual(seen[3]);
  expect(model.optimizer.iterations).toBe(3);
  model.dispose();
  expect(memory().numTensors).toBe(before);
});

test('a train step of its own that tells of no gradients is stopped after it', async () => {
  class Own extends Model {
    private readonly d1 = dense({ units: 1 });
    override call(h: Tensor): Tensor {
      return this.d1.apply(h);
    }
    override trainStep({ x }: Batch): Logs {
      return { loss: (this.apply(x).dataSync() as Float32Array)[0]! };
    }
  }
  const model = new Own();
  model.compile({ loss: 'meanSquaredError' });
  await expect(
    model.fit(floats([1, NaN], [2, 1]), floats([1, 1], [2, 1]), { ...stops(true), batchSize: 1 }),
  ).rejects.toThrow('terminateOnNaN: expected a finite loss, received NaN at epoch 1, batch 1.');
  model.dispose();
});

describe('explain names the first tensor that is not finite:', () => {
  const line = (learningRate = 0.1): Model => {
    const model = sequential([dense({ units: 1, kernelInitializer: ones(), inputShape: [1] })]);
    model.compile({ optimizer: sgd({ learningRate }), loss: 'meanSquaredError' });
    return model;
  };
  const said = (what: string, received = 'a finite loss, received NaN', batch = 1): string =>
    `terminateOnNaN: expected ${received} at epoch 1, batch ${batch}. The first that is not finite: ${what}. ` +
    'Look for NaN in the data, or lower the learning rate.';

  test('the samples', async () => {
    await expect(line().fit(floats([1, 1, NaN, 1], [4, 1]), one, stops(true))).rejects.toThrow(
      said('x, 1 of 2 values'),
    );
  });

  test('the labels', async () => {
    await expect(line().fit(one, floats([1, 1, NaN, Infinity], [4, 1]), stops(true))).rejects.toThrow(
      said('y, 2 of 2 values'),
    );
  });

  test('the weights of the samples', async () => {
    const sampleWeight = floats([1, 1, 1, NaN], [4]);
    await expect(line().fit(one, one, { ...stops(true), sampleWeight })).rejects.toThrow(
      said('sampleWeight, 1 of 2 values'),
    );
  });

  test('a weight', async () => {
    const model = sequential([
      dense({ units: 2, inputShape: [1] }),
      dense({ units: 1, biasInitializer: (shape) => fill([...shape], NaN) }),
    ]);
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    await expect(model.fit(one, one, stops(true))).rejects.toThrow(
      said('the weight dense_1/bias, 1 of 1 values', 'a finite loss, received NaN', 0),
    );
  });

  test('the output of a layer within a layer, although the loss of later layers hides it in NaN', async () => {
    // e^(100 x) is infinite in float32 for x = 1, but not for x = 0.1; infinity - infinity is NaN.
    const model = sequential([
      dense({ units: 3, kernelInitializer: constant({ value: 100 }), inputShape: [1] }),
      new Block(),
      dropout({ rate: 0.5, seed: 1 }),
      batchNormalization(),
      dense({ units: 1 }),
    ]);
    model.compile({ optimizer: sgd({ learningRate: 0 }), loss: 'meanSquaredError' });
    const seen = [values(model)];
    const note: Callback = { onTrainBatchEnd: () => void seen.push(values(model)) };
    await expect(
      model.fit(floats([0.1, 0.2, 1, 0.1], [4, 1]), one, {
        ...stops(true),
        callbacks: [note, terminateOnNaN({ explain: true })],
      }),
    ).rejects.toThrow(said('the output of block/exponential, 3 of 6 values'));
    // The moving averages, too, are as they were before the batch.
    expect(values(model)).toEqual(seen[1]);
    model.dispose();
  });

  test('the loss', async () => {
    const model = sequential([dense({ units: 1, kernelInitializer: zeros(), inputShape: [1] })]);
    model.compile({ optimizer: 'sgd', loss: (yTrue, yPred) => mean(div(yTrue, mul(yPred, 0))) });
    await expect(model.fit(one, one, stops(true))).rejects.toThrow(
      'The first that is not finite: the loss; the outputs of the layers are finite, and so are the data.',
    );
  });

  test('a gradient, while the loss is finite still', async () => {
    // d sqrt(h) / dh = 1 / (2 sqrt(h)) is infinite at h = 0: that of the root layer's input, hence of the kernel before it.
    const model = sequential([
      dense({ units: 1, kernelInitializer: zeros(), useBias: false, inputShape: [1] }),
      new Root(),
      dense({ units: 1, kernelInitializer: ones() }),
    ]);
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    await expect(model.fit(one, one, stops(true))).rejects.toThrow(
      said('the gradient of dense/kernel, 1 of 1 values', 'finite gradients, received others', 0),
    );
  });
});

test('explain leaves no tensor behind, and changes nothing in a training that is fine', async () => {
  const before = memory().numTensors;
  const run = async (callbacks: Callback[]): Promise<number[][]> => {
    const model = sequential([
      dense({ units: 3, kernelInitializer: ones(), inputShape: [1] }),
      dropout({ rate: 0.5, seed: 1 }),
      batchNormalization(),
      dense({ units: 1, kernelInitializer: ones() }),
    ]);
    model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    await model.fit(floats([0.5, 2, 1, 3], [4, 1]), one, {
      epochs: 3,
      batchSize: 2,
      seed: 1,
      callbacks,
      leakCheck: true,
    });
    const result = values(model);
    model.dispose();
    return result;
  };
  expect(await run([terminateOnNaN({ explain: true })])).toEqual(await run([]));
  expect(memory().numTensors).toBe(before);
});
