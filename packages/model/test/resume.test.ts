import { expect, test } from '@jest/globals';
import { batchNormalization, bidirectional, dense, dropout, gaussianNoise, gru, input, lstm } from '@sixstep/layers';
import {
  earlyStopping,
  Model,
  reduceLROnPlateau,
  sequential,
  type Callback,
  type FitOptions,
  type Sequential,
  type TrainingState,
} from '@sixstep/model';
import { adam, type Optimizer } from '@sixstep/optimizers';
import { glorotUniform } from '@sixstep/initializers';
import { setRandomSeed } from '@sixstep/random';
import { memory, type Tensor } from '@tensorflow/tfjs-core';

const x = { data: Float32Array.from({ length: 22 * 3 }, (_, i) => Math.sin(i * 1.3)), shape: [22, 3] };
const y = { data: Float32Array.from({ length: 22 }, (_, i) => Math.cos(i)), shape: [22, 1] };

function make(optimizer: Optimizer, seed = 7): Sequential {
  const model = sequential([
    input({ shape: [3] }),
    dense({ units: 6, activation: 'relu', kernelInitializer: glorotUniform({ seed }) }),
    batchNormalization(),
    dropout({ rate: 0.3, seed: 1 }),
    gaussianNoise({ stddev: 0.1, seed: 2 }),
    dense({ units: 1, kernelInitializer: glorotUniform({ seed: seed + 1 }) }),
  ]);
  model.compile({ optimizer, loss: 'meanSquaredError', metrics: ['meanAbsoluteError', 'r2Score'] });
  return model;
}

/** Keeps the state after each batch and each epoch. */
function recorder(states: TrainingState[]): Callback {
  return {
    onTrainBatchEnd: (_, __, training) => void states.push(training.state()),
    onEpochEnd: (_, __, training) => void states.push(training.state()),
  };
}

const valuesOf = (model: Model): number[][] => model.weights.map((w) => Array.from(w.dataSync()));

test('a training that is resumed, wherever it was interrupted, ends as if it had not been, to the bit', async () => {
  const before = memory().numTensors;
  const states: TrainingState[] = [];
  const callbacks = (list: TrainingState[]): Callback[] => [
    earlyStopping({ monitor: 'loss', patience: 2, restoreBestWeights: true }),
    reduceLROnPlateau({ monitor: 'valLoss', patience: 1, factor: 0.5, minDelta: 0.5 }),
    recorder(list),
  ];
  const options: FitOptions = { batchSize: 5, epochs: 4, seed: 3, validationSplit: 0.2 };
  const model = make(adam({ learningRate: 0.05, useEma: true, gradientAccumulationSteps: 2 }));
  const whole = await model.fit(x, y, { ...options, callbacks: callbacks(states) });
  expect(states).toHaveLength(4 * (4 + 1));
  for (const state of states) {
    // Another start, another seed: all must come from the state.
    const again = make(adam({ learningRate: 0.05, useEma: true, gradientAccumulationSteps: 2 }), 100);
    const later: TrainingState[] = [];
    const history = await again.fit(x, y, {
      ...options,
      seed: 99,
      callbacks: callbacks(later),
      resumeFrom: structuredClone(state),
    });
    expect(history).toStrictEqual(whole);
    expect(valuesOf(again)).toStrictEqual(valuesOf(model));
    expect(later.at(-1) ?? state).toStrictEqual(states.at(-1));
    again.dispose();
  }
  model.dispose();
  expect(memory().numTensors).toBe(before);
});

test('stateful layers go on from the state of the last batch, also in a model of the user and in the midst of an epoch', async () => {
  class Stateful extends Model {
    private readonly first = gru({ units: 3, stateful: true, returnSequences: true, recurrentDropout: 0.2, seed: 1 });
    private readonly second = gru({ units: 2, stateful: true });
    private readonly both = bidirectional({ layer: lstm({ units: 2, stateful: true, returnSequences: true }) });
    private readonly last = dense({ units: 1 });
    override call(input: Tensor): Tensor {
      return this.last.apply(this.second.apply(this.both.apply(this.first.apply(input))));
    }
  }
  const made = (seed: number): Model => {
    setRandomSeed(seed);
    const model = new Stateful();
    model.compile({ optimizer: adam({ learningRate: 0.05 }), loss: 'meanSquaredError' });
    return model;
  };
  const before = memory().numTensors;
  const steps = { data: Float32Array.from({ length: 12 * 4 * 2 }, (_, i) => Math.sin(i)), shape: [12, 4, 2] };
  const labels = { data: Float32Array.from({ length: 12 }, (_, i) => Math.cos(i)), shape: [12, 1] };
  const options: FitOptions = { batchSize: 4, epochs: 2, seed: 3, shuffle: false };
  const states: TrainingState[] = [];
  const model = made(1);
  const whole = await model.fit(steps, labels, { ...options, callbacks: [recorder(states)] });
  expect(Object.entries(states[0]!.memories).map(([path, { length }]) => `${path} ${length}`)).toStrictEqual([
    'gru/states 1',
    'gru_1/states 1',
    'bidirectional/forward_lstm/states 2',
    'bidirectional/backward_lstm/states 2',
  ]);
  for (const state of states) {
    const again = made(2);
    const later: TrainingState[] = [];
    const resumeFrom = structuredClone(state);
    const history = await again.fit(steps, labels, { ...options, callbacks: [recorder(later)], resumeFrom });
    expect(history).toStrictEqual(whole);
    expect(valuesOf(again)).toStrictEqual(valuesOf(model));
    expect(later.at(-1) ?? state).toStrictEqual(states.at(-1));
    again.dispose();
  }
  model.dispose();
  expect(memory().numTensors).toBe(before);
});

test('a training that was stopped stays so', async () => {
  const states: TrainingState[] = [];
  const stopper: Callback = { onTrainBatchEnd: (batch, _, training) => (batch === 1 ? training.stop() : undefined) };
  const model = make(adam());
  const whole = await model.fit(x, y, { batchSize: 5, epochs: 3, seed: 3, callbacks: [stopper, recorder(states)] });
  for (const state of states) {
    const again = make(adam(), 100);
    const history = await again.fit(x, y, {
      batchSize: 5,
      epochs: 3,
      callbacks: [stopper, recorder([])],
      resumeFrom: state,
    });
    expect(history).toStrictEqual(whole);
    expect(valuesOf(again)).toStrictEqual(valuesOf(model));
    again.dispose();
  }
  model.dispose();
});

test('a state of something else is refused, and nothing is changed', async () => {
  const states: TrainingState[] = [];
  const model = make(adam());
  await model.fit(x, y, { batchSize: 5, epochs: 1, callbacks: [recorder(states)] });
  const [state] = states;
  const before = valuesOf(model);
  const resume = (change: Partial<TrainingState>, options: FitOptions = {}): Promise<unknown> =>
    model.fit(x, y, { batchSize: 5, callbacks: [recorder([])], ...options, resumeFrom: { ...state!, ...change } });
  const mend = 'Resume with the same model, data, batchSize and callbacks.';
  await expect(resume({ samples: 21 })).rejects.toThrow(
    `fit: expected samples of resumeFrom to be 22, received 21. ${mend}`,
  );
  await expect(resume({}, { batchSize: 4 })).rejects.toThrow('batchSize of resumeFrom to be 4, received 5.');
  await expect(resume({}, { callbacks: [] })).rejects.toThrow(
    'the number of callbacks of resumeFrom to be 0, received 1.',
  );
  await expect(resume({ weights: {} })).rejects.toThrow(
    'weights of resumeFrom to be dense/kernel [3, 6], dense/bias [6], ',
  );
  await expect(resume({ generators: {} })).rejects.toThrow(
    'generators of resumeFrom to be dropout/generator, gaussian_noise/generator, received none.',
  );
  await expect(resume({ memories: { 'lstm/states': [] } })).rejects.toThrow(
    'memories of resumeFrom to be none, received lstm/states.',
  );
  await expect(resume({ optimizer: [1] })).rejects.toThrow(
    'fit: expected resumeFrom to be a state of an optimizer with',
  );
  expect(valuesOf(model)).toStrictEqual(before);
  model.dispose();
});
