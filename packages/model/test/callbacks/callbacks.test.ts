import { describe, expect, test } from '@jest/globals';
import { zeros } from '@sixstep/initializers';
import { dense } from '@sixstep/layers';
import {
  csvLogger,
  earlyStopping,
  historyCsv,
  jsonLogger,
  learningRateScheduler,
  progressBar,
  reduceLROnPlateau,
  sequential,
  terminateOnNaN,
  type Callback,
  type Sequential,
} from '@sixstep/model';
import { sgd } from '@sixstep/optimizers';
import { exponentialDecay } from '@sixstep/schedules';
import { memory } from '@tensorflow/tfjs-core';

const floats = (data: number[], shape: number[]) => ({ data: Float32Array.from(data), shape });
const x = floats([1], [1, 1]);

/** yHat = w x from w = 0, trained towards y = 1 with a learning rate. */
function model(learningRate = 0.1): Sequential {
  const net = sequential([dense({ units: 1, useBias: false, kernelInitializer: zeros(), inputShape: [1] })]);
  net.compile({ optimizer: sgd({ learningRate }), loss: 'meanSquaredError' });
  return net;
}

describe('earlyStopping', () => {
  test('ends when the figure has not improved for patience epochs', async () => {
    const net = model(0);
    const { epoch } = await net.fit(x, x, { epochs: 10, callbacks: [earlyStopping({ monitor: 'loss', patience: 2 })] });
    expect(epoch).toEqual([0, 1, 2]);
  });

  test('puts back the best weights and leaves no tensor', async () => {
    const net = model(1.2);
    const before = memory().numTensors;
    // w <- w - 1.2 * 2 (w - 1): 0, 2.4, -0.96, ... overshoots ever farther. The first loss, 1, is the best; it was reckoned
    // with w = 0, and the epoch ended at 2.4.
    await net.fit(x, x, {
      epochs: 5,
      callbacks: [earlyStopping({ monitor: 'loss', patience: 1, restoreBestWeights: true })],
    });
    expect(net.weights[0]!.dataSync()[0]).toBeCloseTo(2.4, 5);
    expect(memory().numTensors).toBe(before);
  });

  test('names the figures there are', async () => {
    await expect(model().fit(x, x, { callbacks: [earlyStopping({ monitor: 'los' })] })).rejects.toThrow(
      "earlyStopping: expected monitor to be one of loss, received 'los'.",
    );
  });
});

describe('terminateOnNaN', () => {
  test('says at which epoch and batch the loss was not finite', async () => {
    const data = floats([1, 1, NaN, 1], [4, 1]);
    await expect(
      model().fit(data, data, { batchSize: 1, shuffle: false, callbacks: [terminateOnNaN()] }),
    ).rejects.toThrow(
      'terminateOnNaN: expected a finite loss, received NaN at epoch 1, batch 2. Look for NaN in the data, or lower the learning rate.',
    );
  });
});

describe('learningRateScheduler', () => {
  test('sets the learning rate at the start of each epoch', async () => {
    const seen: number[] = [];
    const note: Callback = { onEpochEnd: (_, __, { optimizer }) => void seen.push(optimizer.currentLearningRate()) };
    await model(1).fit(x, x, {
      epochs: 3,
      callbacks: [learningRateScheduler((epoch, rate) => (epoch === 0 ? rate : rate / 2)), note],
    });
    expect(seen).toEqual([1, 0.5, 0.25]);
  });
});

describe('reduceLROnPlateau', () => {
  test('lowers the learning rate after patience epochs, not below minLr', async () => {
    const net = sequential([dense({ units: 1, useBias: false, kernelInitializer: zeros() })]);
    net.compile({ optimizer: sgd({ learningRate: 1 }), loss: 'meanSquaredError' });
    const seen: number[] = [];
    const note: Callback = { onEpochEnd: (_, __, { optimizer }) => void seen.push(optimizer.currentLearningRate()) };
    const lower = reduceLROnPlateau({ monitor: 'loss', factor: 0.5, patience: 2, minLr: 0.3 });
    // x = 0: the loss is 1 for good.
    await net.fit(floats([0], [1, 1]), x, { epochs: 7, callbacks: [lower, note] });
    expect(seen).toEqual([1, 1, 0.5, 0.5, 0.3, 0.3, 0.3]);
  });

  test('refuses a schedule, which cannot be set', async () => {
    const net = sequential([dense({ units: 1 })]);
    net.compile({
      optimizer: sgd({ learningRate: exponentialDecay({ initialLearningRate: 1, decaySteps: 1, decayRate: 0.9 }) }),
      loss: 'meanSquaredError',
    });
    await expect(net.fit(x, x, { callbacks: [reduceLROnPlateau()] })).rejects.toThrow(
      'reduceLROnPlateau: expected a learning rate that is a number, received a schedule.',
    );
  });
});

describe('csvLogger', () => {
  test('writes a header and a line an epoch, NA where there was no validation', async () => {
    let text = '';
    await model(0).fit(x, x, {
      epochs: 2,
      validationData: [x, floats([2], [1, 1])],
      validationFreq: 2,
      callbacks: [csvLogger({ write: (line) => void (text += line) })],
    });
    expect(text).toBe('epoch,loss,valLoss\n0,1,NA\n1,1,4\n');
  });
});

describe('jsonLogger', () => {
  test('writes a line an epoch, whatever the figures are', async () => {
    let text = '';
    await model(0).fit(x, x, {
      epochs: 3,
      validationData: [x, floats([Infinity], [1, 1])],
      validationFreq: 2,
      callbacks: [jsonLogger({ write: (line) => void (text += line) })],
    });
    expect(text).toBe('{"epoch":0,"loss":1}\n{"epoch":1,"loss":1,"valLoss":"Infinity"}\n{"epoch":2,"loss":1}\n');
  });
});

describe('historyCsv', () => {
  test('writes what csvLogger does', async () => {
    let text = '';
    const logger = csvLogger({ write: (line) => void (text += line) });
    const history = await model(0.1).fit(x, x, { epochs: 3, validationData: [x, x], callbacks: [logger] });
    expect(historyCsv(history)).toBe(text);
    expect(text.split('\n')).toHaveLength(1 + 3 + 1);
  });

  test('refuses figures of some epochs, which it could not tell', () => {
    expect(() => historyCsv({ epoch: [0, 1], history: { loss: [0.5, 0.25], valLoss: [1] } })).toThrow(
      'historyCsv: expected a value of valLoss for each of 2 epochs, received 1. Use csvLogger where validationFreq is not 1.',
    );
  });
});

describe('progressBar', () => {
  test('writes plain lines where there is no terminal', async () => {
    let text = '';
    await model(0).fit(x, x, {
      epochs: 2,
      callbacks: [progressBar({ interactive: false, write: (line) => void (text += line) })],
    });
    expect(text.replace(/\d+s \d+(us|ms)\/step/g, 'TIME')).toBe(
      'Epoch 1/2\n1/1 ━━━━━━━━━━━━━━━━━━━━ TIME - loss: 1.0000\nEpoch 2/2\n1/1 ━━━━━━━━━━━━━━━━━━━━ TIME - loss: 1.0000\n',
    );
  });

  test('draws on a terminal over a line that fits, and ends with the whole one', async () => {
    let text = '';
    const bar = progressBar({ interactive: true, columns: 30, write: (line) => void (text += line) });
    await model(0).fit(x, x, { callbacks: [bar] });
    const [title, drawn, last] = text.split(/\r\u001b\[K|\n(?=\r)/).filter((part) => part !== '');
    expect(title).toBe('Epoch 1/1');
    expect(drawn).toHaveLength(29);
    expect(drawn).toMatch(/^1\/1 ━{5} 0s \d+(us|ms)\/step - /);
    expect(last).toMatch(/^1\/1 ━{20} \d+s \d+(us|ms)\/step - loss: 1\.0000\n$/);
  });

  test('says how far an epoch came that was stopped', async () => {
    let text = '';
    const stop: Callback = { onTrainBatchEnd: (_, __, training) => training.stop() };
    await model(0).fit(floats([1, 1, 1, 1], [4, 1]), floats([1, 1, 1, 1], [4, 1]), {
      batchSize: 1,
      callbacks: [progressBar({ interactive: false, write: (line) => void (text += line) }), stop],
    });
    expect(text).toMatch(/^Epoch 1\/1\n1\/4 ━{5} /);
  });
});
