import { describe, expect, test } from '@jest/globals';
import { loadIris } from '@sixstep/datasets';
import { constant, ones } from '@sixstep/initializers';
import { dense, dropout } from '@sixstep/layers';
import { type Callback, type Logs, Model, sequential, type Sequential } from '@sixstep/model';
import { adam, sgd } from '@sixstep/optimizers';
import { setRandomSeed } from '@sixstep/random';
import { l2 } from '@sixstep/regularizers';
import { memory, tensor2d, type Tensor } from '@tensorflow/tfjs-core';

const floats = (data: number[], shape: number[]) => ({ data: Float32Array.from(data), shape });
const values = (model: Model): number[] => model.weights.flatMap((weight) => Array.from(weight.dataSync()));

/** y = w x + b from w = 1, b = 0. */
function line(): Sequential {
  return sequential([dense({ units: 1, kernelInitializer: ones(), inputShape: [1] })]);
}

function irisModel(): Sequential {
  setRandomSeed(116);
  const model = sequential([dense({ units: 3, activation: 'softmax', inputShape: [4] })]);
  model.compile({
    optimizer: sgd({ learningRate: 0.1 }),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
  });
  return model;
}

describe('fit', () => {
  test('takes two steps of gradient descent as one can reckon them by hand', async () => {
    const model = line();
    model.compile({ optimizer: sgd({ learningRate: 0.1 }), loss: 'meanSquaredError' });
    const { history } = await model.fit(floats([1, 2], [2, 1]), floats([3, 3], [2, 1]), {
      batchSize: 1,
      shuffle: false,
    });
    // Step 1, x = 1, y = 3: yHat = 1, e = yHat - y = -2, dL/dw = 2 e x = -4, dL/db = 2 e = -4: w = 1.4, b = 0.4, L = 4.
    // Step 2, x = 2, y = 3: yHat = 3.2, e = 0.2, dL/dw = 0.8, dL/db = 0.4: w = 1.32, b = 0.36, L = 0.04.
    const [w, b] = values(model);
    expect(w).toBeCloseTo(1.32, 6);
    expect(b).toBeCloseTo(0.36, 6);
    expect(history['loss']![0]).toBeCloseTo((4 + 0.04) / 2, 6);
  });

  test('weights the mean over an epoch by the sizes of the batches, penalties included', async () => {
    const model = sequential([
      dense({
        units: 1,
        useBias: false,
        kernelInitializer: constant({ value: 2 }),
        kernelRegularizer: l2({ l2: 0.5 }),
        inputShape: [1],
      }),
    ]);
    model.compile({ optimizer: sgd({ learningRate: 0 }), loss: 'meanSquaredError' });
    const { history } = await model.fit(floats([1, 1, 2], [3, 1]), floats([0, 0, 0], [3, 1]), {
      batchSize: 2,
      shuffle: false,
    });
    // Losses: batch 1: 4, batch 2: 16; penalty 0.5 * 2^2 = 2 each. (2 * (4 + 2) + 1 * (16 + 2)) / 3 = 10.
    expect(history['loss']).toEqual([10]);
  });

  test('multiplies sample weights and class weights into the loss, and into weighted metrics alone', async () => {
    const model = sequential([dense({ units: 2, kernelInitializer: ones(), activation: 'softmax', inputShape: [1] })]);
    model.compile({
      optimizer: sgd({ learningRate: 0 }),
      loss: 'sparseCategoricalCrossentropy',
      metrics: ['accuracy'],
      weightedMetrics: ['accuracy'],
    });
    const { history } = await model.fit(
      floats([1, 1], [2, 1]),
      { data: Int32Array.of(0, 1), shape: [2] },
      {
        sampleWeight: floats([1, 3], [2]),
        classWeight: { 1: 2 },
      },
    );
    // Both classes have probability 1/2, so each loss is ln 2 and class 0 is predicted: weights 1 and 3 * 2 = 6.
    expect(history['loss']![0]).toBeCloseTo((Math.LN2 * 7) / 2, 6);
    expect(history['accuracy']).toEqual([0.5]);
    expect(history['weightedAccuracy']![0]).toBeCloseTo(1 / 7, 6);
  });

  test('validates on the last part of the data, before they are shuffled', async () => {
    const model = line();
    model.compile({ optimizer: sgd({ learningRate: 0 }), loss: 'meanSquaredError' });
    // yHat = x, so the loss of a sample is (x - y)^2: 0 for the first three, 1 for the last.
    const { history } = await model.fit(floats([1, 2, 3, 4], [4, 1]), floats([1, 2, 3, 5], [4, 1]), {
      epochs: 2,
      validationSplit: 0.25,
    });
    expect(history).toEqual({ loss: [0, 0], valLoss: [1, 1] });
  });

  test('validates every validationFreq epochs, or after those that are named', async () => {
    const run = async (validationFreq: number | number[]): Promise<number> => {
      const model = line();
      model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
      const data = floats([1, 2], [2, 1]);
      const { history } = await model.fit(data, data, { epochs: 6, validationData: [data, data], validationFreq });
      return history['valLoss']!.length;
    };
    expect(await run(2)).toBe(3);
    expect(await run(4)).toBe(1);
    expect(await run([1, 6])).toBe(2);
  });

  test('leaves the number of tensors as it was', async () => {
    const { x, y } = loadIris();
    const model = irisModel();
    const before = memory().numTensors;
    await model.fit(x, y, { epochs: 3, validationSplit: 0.2, callbacks: [] });
    expect(memory().numTensors).toBe(before);
  });

  test('leaves the number of tensors as it was with Adam, dropout and tensors as data', async () => {
    const model = sequential([dense({ units: 4, inputShape: [2] }), dropout({ rate: 0.5 }), dense({ units: 1 })]);
    model.compile({ optimizer: adam(), loss: 'meanSquaredError' });
    const [x, y] = [
      tensor2d([
        [1, 2],
        [3, 4],
      ]),
      tensor2d([[1], [2]]),
    ];
    const before = memory().numTensors;
    await model.fit(x, y, { epochs: 3 });
    expect(memory().numTensors).toBe(before);
  });

  test.each(['onEpochBegin', 'onTrainBatchBegin', 'onTrainBatchEnd', 'onEpochEnd'] as const)(
    'leaves no tensor behind and throws the same when a callback throws in %s',
    async (where) => {
      const { x, y } = loadIris();
      const model = irisModel();
      const before = memory().numTensors;
      const fault = new Error('no more');
      const fails: Callback = {
        [where]: () => {
          throw fault;
        },
      };
      await expect(model.fit(x, y, { epochs: 2, callbacks: [fails] })).rejects.toBe(fault);
      expect(memory().numTensors).toBe(before);
      await model.fit(x, y);
    },
  );

  test('leaves no tensor behind when a layer throws in the middle of a step', async () => {
    class Faulty extends Model {
      private readonly d1 = dense({ units: 1 });
      calls = 0;
      override call(x: Tensor): Tensor {
        const y = this.d1.apply(x);
        if (++this.calls === 5) throw new Error('worn out');
        return y;
      }
    }
    const model = new Faulty();
    model.compile({ optimizer: adam(), loss: 'meanSquaredError' });
    const data = floats([1, 2, 3, 4, 5, 6], [6, 1]);
    await model.fit(data, data, { batchSize: 6 });
    const before = memory().numTensors;
    await expect(model.fit(data, data, { batchSize: 1 })).rejects.toThrow('worn out');
    expect(memory().numTensors).toBe(before);
  });

  test('ends after the step under way when the signal aborts, and throws its reason', async () => {
    const { x, y } = loadIris();
    const model = irisModel();
    const controller = new AbortController();
    const seen: number[] = [];
    let ended = false;
    const callback: Callback = {
      onTrainBatchEnd(batch) {
        seen.push(batch);
        if (batch === 1) controller.abort(new Error('enough'));
      },
      onTrainEnd() {
        ended = true;
      },
    };
    await expect(model.fit(x, y, { callbacks: [callback], signal: controller.signal })).rejects.toThrow('enough');
    expect(seen).toEqual([0, 1]);
    expect(ended).toBe(true);
  });

  test('returns early, with its history, when a callback stops the training', async () => {
    const { x, y } = loadIris();
    const model = irisModel();
    const { epoch } = await model.fit(x, y, {
      epochs: 9,
      callbacks: [{ onEpochEnd: (n, _, training) => (n === 2 ? training.stop() : undefined) }],
    });
    expect(epoch).toEqual([0, 1, 2]);
  });

  test('gives the same bits for the same seed, other bits for another', async () => {
    const run = async (seed: number): Promise<number[]> => {
      setRandomSeed(seed);
      const { x, y } = loadIris();
      const model = sequential([
        dense({ units: 8, activation: 'relu' }),
        dropout({ rate: 0.2 }),
        dense({ units: 3, activation: 'softmax' }),
      ]);
      model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
      await model.fit(x, y, { epochs: 3 });
      return values(model);
    };
    const first = await run(1);
    expect(await run(1)).toEqual(first);
    expect(await run(2)).not.toEqual(first);
  });

  test('goes on from initialEpoch', async () => {
    const model = line();
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const data = floats([1, 2], [2, 1]);
    const { epoch } = await model.fit(data, data, { initialEpoch: 3, epochs: 5 });
    expect(epoch).toEqual([3, 4]);
  });

  test('lets the event loop turn while it trains', async () => {
    const { x, y } = loadIris();
    const model = irisModel();
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await model.fit(x, y, { epochs: 100 });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });

  test('shows callbacks the figures up to the batch, and the epoch', async () => {
    const model = line();
    model.compile({ optimizer: sgd({ learningRate: 0 }), loss: 'meanSquaredError' });
    const seen: Logs[] = [];
    await model.fit(floats([1, 2], [2, 1]), floats([0, 0], [2, 1]), {
      batchSize: 1,
      shuffle: false,
      callbacks: [{ onTrainBatchEnd: (_, logs) => void seen.push(logs) }],
    });
    expect(seen).toEqual([{ loss: 1 }, { loss: 2.5 }]);
  });
});

describe('fit with bad input', () => {
  const data = floats([1, 2, 3], [3, 1]);
  const compiled = (): Sequential => {
    const model = line();
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    return model;
  };

  test('says to compile first', async () => {
    await expect(line().fit(data, data)).rejects.toThrow(
      'fit: expected a compiled model. Call sequential.compile({ optimizer, loss }) first.',
    );
  });

  test('names the lengths of x and y', async () => {
    await expect(compiled().fit(data, floats([1, 2], [2, 1]))).rejects.toThrow(
      'fit: expected y to hold as many samples as x (3), received 2.',
    );
  });

  test.each([0, -1, 2.5, NaN])('refuses batchSize %p', async (batchSize) => {
    await expect(compiled().fit(data, data, { batchSize })).rejects.toThrow(
      `fit: expected batchSize to be an integer >= 1, received ${batchSize}.`,
    );
  });

  test.each([1, -0.1, NaN])('refuses validationSplit %p', async (validationSplit) => {
    await expect(compiled().fit(data, data, { validationSplit })).rejects.toThrow(
      `fit: expected validationSplit to be a number >= 0 and < 1, received ${validationSplit}.`,
    );
  });

  test('refuses a validationSplit that leaves nothing on a side', async () => {
    await expect(compiled().fit(data, data, { validationSplit: 0.9 })).rejects.toThrow(
      'fit: expected validationSplit to leave samples on both sides, received 0.9 for 3 samples.',
    );
  });

  test('refuses empty data', async () => {
    await expect(compiled().fit(floats([], [0, 1]), floats([], [0, 1]))).rejects.toThrow(
      'fit: x: expected at least one sample, received shape [0, 1].',
    );
  });

  test.each([
    ['an array', [[1, 2]], 'an array'],
    ['a typed array', Float32Array.of(1, 2), 'a Float32Array without a shape'],
    ['text', 'iris', 'a string'],
  ])('refuses %s as data, and says what to pass', async (_, x, received) => {
    await expect(compiled().fit(x as never, data)).rejects.toThrow(
      `fit: x: expected a Tensor or { data: TypedArray, shape: number[] }, received ${received}. ` +
        'E.g. { data: Float32Array.of(1, 2, 3, 4), shape: [2, 2] }, or tensor2d([[1, 2], [3, 4]]).',
    );
  });

  test('refuses validationData that are no list', async () => {
    await expect(compiled().fit(data, data, { validationData: { x: data, y: data } as never })).rejects.toThrow(
      'fit: expected validationData to be [x, y] or [x, y, sampleWeight], received an object [object Object].',
    );
  });

  test('refuses numbers that do not fill the shape', async () => {
    await expect(compiled().fit(floats([1, 2], [3, 1]), data)).rejects.toThrow(
      'fit: x: expected 3 values for shape [3, 1], received 2.',
    );
  });

  test('names the layer whose input does not fit', async () => {
    await expect(compiled().fit(floats([1, 2, 3, 4], [2, 2]), floats([1, 2], [2, 1]))).rejects.toThrow(
      'sequential: expected an input of shape [batch, 1], received [null, 2].',
    );
  });

  test('refuses labels out of range', async () => {
    await expect(irisModel().fit(loadIris().x, { data: new Int32Array(150).fill(3), shape: [150] })).rejects.toThrow(
      /3/,
    );
  });

  test('refuses a second fit while the first is under way', async () => {
    const model = compiled();
    const first = model.fit(data, data);
    await expect(model.fit(data, data)).rejects.toThrow(
      'fit: sequential is being trained already. Await the other fit first.',
    );
    await first;
  });
});
