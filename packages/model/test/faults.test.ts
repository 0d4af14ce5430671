import { afterEach, describe, expect, test } from '@jest/globals';
import { glorotUniform } from '@sixstep/initializers';
import { batchNormalization, dense, dropout, Layer } from '@sixstep/layers';
import { meanAbsoluteError } from '@sixstep/metrics';
import {
  Model,
  sequential,
  type Batch,
  type Callback,
  type FitOptions,
  type Logs,
  type Sequential,
} from '@sixstep/model';
import { adam } from '@sixstep/optimizers';
import {
  add,
  backend,
  customGrad,
  engine,
  memory,
  mul,
  square,
  sub,
  sum,
  mean,
  type KernelBackend,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';

const array = (shape: number[], frequency: number) => ({
  data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => Math.sin(frequency * i)),
  shape,
});
const x = array([24, 3], 1.3);
const y = array([24, 1], 0.7);
const weight = array([24], 0.1);
const options: FitOptions = { batchSize: 4, epochs: 2, validationSplit: 0.25, seed: 1 };

const fault = new Error('worn out');
let place = '';
let calls = 0;
/** Returns `value`, but for the call in the place and of the number that were chosen: that throws. */
function at<T>(here: string, value: T): T {
  if (here === place && calls-- === 0) throw fault;
  return value;
}
afterEach(() => void (place = ''));

class Doubling extends Layer {
  private scale!: Tensor;
  override build(): void {
    this.scale = this.addWeight({
      name: 'scale',
      shape: [],
      initializer: (shape) => at('initializer', glorotUniform()(shape)),
    });
    at('build', 0);
  }
  override call(h: Tensor, { training }: { training: boolean }): Tensor {
    const doubled = customGrad((...given) => {
      const [a, save] = given as unknown as [Tensor, (tensors: Tensor[]) => void];
      save([a]);
      return { value: mul(a, at('forward', 2)), gradFunc: (dy: Tensor) => mul(dy, at('backward', 2)) };
    })(h);
    return at(training ? 'call' : 'call in validation', mul(doubled, this.scale));
  }
  protected override computeMask(): undefined {
    return at('computeMask', undefined);
  }
}

/** Has a place to throw in every part that `fit` calls. */
class Faulty extends Model {
  private readonly d1 = dense({
    units: 4,
    kernelRegularizer: (w) => at('kernelRegularizer', sum(square(w)) as Scalar),
    kernelConstraint: (w) => at('kernelConstraint', mul(w, 0.99)),
    activityRegularizer: (h) => at('activityRegularizer', sum(square(h)) as Scalar),
    activation: (h) => at('activation', add(h, 1)),
  });
  private readonly norm = batchNormalization();
  private readonly drop = dropout({ rate: 0.1, seed: 1 });
  private readonly doubling = new Doubling();
  private readonly d2 = dense({ units: 1 });
  override call(h: Tensor): Tensor {
    return this.d2.apply(at('model', this.doubling.apply(this.drop.apply(this.norm.apply(this.d1.apply(h))))));
  }
  override trainStep(batch: Batch): Logs {
    at('trainStep before', 0);
    this.optimize(() => {
      const yPred = this.apply(batch.x, { training: true });
      const loss = mul(this.computeLoss(batch, yPred), 2) as Scalar;
      this.updateMetrics(batch, yPred, loss);
      return at('trainStep within', loss);
    });
    return at('trainStep after', this.logs());
  }
  override testStep(batch: Batch): Logs {
    return at('testStep', super.testStep(batch));
  }
}

function make(): Faulty {
  const model = new Faulty();
  const metric = meanAbsoluteError();
  model.compile({
    optimizer: adam({ learningRate: (step) => at('schedule', 0.01 / (step + 1)), useEma: true }),
    loss: (yTrue, yPred) => at('loss', mean(square(sub(yTrue, yPred)))),
    metrics: [
      {
        ...metric,
        get state() {
          return metric.state;
        },
        updateState: (yTrue: Tensor, yPred: Tensor) => at('metric.updateState', metric.updateState(yTrue, yPred)),
        result: () => at('metric.result', metric.result()),
        resetState: () => at('metric.resetState', metric.resetState()),
      },
    ],
  });
  return model;
}

const hooks = [
  'onTrainBegin',
  'onEpochBegin',
  'onTrainBatchBegin',
  'onGradients',
  'onTrainBatchEnd',
  'onTestBegin',
  'onTestEnd',
  'onEpochEnd',
  'onTrainEnd',
] as const;

const parts = [
  'initializer',
  'build',
  'forward',
  'backward',
  'call',
  'call in validation',
  'computeMask',
  'activation',
  'activityRegularizer',
  'kernelRegularizer',
  'kernelConstraint',
  'model',
  'loss',
  'metric.updateState',
  'metric.result',
  'metric.resetState',
  'schedule',
  'trainStep before',
  'trainStep within',
  'trainStep after',
  'testStep',
];

// The buffers are counted where the weights do not share theirs with their moving averages.
const tensors = (): [number, number] => [memory().numTensors, (backend() as KernelBackend).numDataIds()];

/** Fails as was chosen, then trains on; in between and at the end no tensor is left but the model's own. */
async function survives(failing: () => FitOptions, again: FitOptions = options): Promise<void> {
  const before = tensors();
  const model = make();
  const chosen = { place, calls };
  place = '';
  await model.fit(x, y, { ...options, epochs: 1, sampleWeight: weight });
  const built = tensors();
  ({ place, calls } = chosen);
  await expect(model.fit(x, y, { ...options, ...failing(), sampleWeight: weight })).rejects.toBe(fault);
  expect(tensors()[0]).toBe(built[0]);
  expect(engine().state).toMatchObject({ gradientDepth: 0, kernelDepth: 0, scopeStack: [] });
  place = '';
  await model.fit(x, y, { ...again, sampleWeight: weight });
  expect(tensors()).toEqual(built);
  model.dispose();
  expect(tensors()).toEqual(before);
}

describe('a fit in which something throws leaves no tensor behind and can be called again:', () => {
  test.each(hooks.flatMap((hook) => [0, 1].map((n) => [hook, n] as const)))('%s, call %i', async (hook, n) => {
    let left = ['onTrainBegin', 'onTrainEnd'].includes(hook) ? 0 : n;
    await survives(() => ({
      callbacks: [
        {
          [hook]: () => {
            if (left-- === 0) throw fault;
          },
        },
      ],
    }));
  });

  test.each(hooks.filter((hook) => hook !== 'onGradients'))('%s, as a promise', async (hook) => {
    await survives(() => ({ callbacks: [{ [hook]: () => Promise.reject(fault) }] }));
  });

  const later = parts.filter((name) => !['initializer', 'build'].includes(name));
  test.each(later.flatMap((part) => [0, 3].map((n) => [part, n] as const)))('%s, call %i', async (part, n) => {
    [place, calls] = [part, n];
    await survives(() => ({ epochs: 8 }));
  });

  test('data that cannot be read', async () => {
    let reads = 0;
    const classWeight = {
      get 0(): number {
        if (++reads === 10) throw fault;
        return 1;
      },
    };
    const before = tensors();
    const model = sequential([dense({ units: 1, inputShape: [3] })]);
    model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    const built = tensors();
    const labels = { data: new Int32Array(24), shape: [24, 1] };
    await expect(model.fit(x, labels, { ...options, classWeight })).rejects.toBe(fault);
    expect(tensors()).toEqual(built);
    model.dispose();
    expect(tensors()).toEqual(before);
  });

  test.each(['initializer', 'build', 'call', 'loss', 'backward'])('%s, in the very first step', async (part) => {
    const before = tensors();
    const model = make();
    [place, calls] = [part, 0];
    await expect(model.fit(x, y, options)).rejects.toBe(fault);
    expect(engine().state).toMatchObject({ gradientDepth: 0, kernelDepth: 0, scopeStack: [] });
    place = '';
    await model.fit(x, y, options);
    expect(model.weights).toHaveLength(4 + 4 + 1);
    model.dispose();
    expect(tensors()).toEqual(before);
  });

  test.each(['call', 'loss', 'metric.updateState', 'computeMask'])(
    'evaluate, predict and trainOnBatch too: %s',
    async (part) => {
      const model = make();
      await model.fit(x, y, options);
      const built = tensors();
      const fails = async (run: () => unknown, where = part): Promise<void> => {
        [place, calls] = [where, 0];
        await expect((async () => run())()).rejects.toBe(fault);
        expect(tensors()).toEqual(built);
      };
      const still = part === 'call' ? 'call in validation' : part;
      await fails(() => model.trainOnBatch(x, y));
      await fails(() => model.testOnBatch(x, y), still);
      await fails(() => model.evaluate(x, y), still);
      if (still !== 'loss' && still !== 'metric.updateState') await fails(() => model.predict(x), still);
      model.dispose();
    },
  );
});

test('all callbacks are told of the end, also when the training and their neighbours throw; the first error counts', async () => {
  const told: number[] = [];
  const ends = (n: number): Callback => ({
    onTrainEnd() {
      told.push(n);
      throw new Error(`end ${n}`);
    },
  });
  const model = make();
  const callbacks = [ends(0), ends(1)];
  await expect(model.fit(x, y, { ...options, callbacks })).rejects.toThrow('end 0');
  expect(told).toEqual([0, 1]);
  [place, calls] = ['loss', 2];
  await expect(model.fit(x, y, { ...options, callbacks })).rejects.toBe(fault);
  expect(told).toEqual([0, 1, 0, 1]);
  model.dispose();
});

/** Trains until the signal aborts after `steps` steps; returns the weights. */
async function aborted(steps: number): Promise<number[][]> {
  const model: Sequential = sequential([
    dense({ units: 2, kernelInitializer: glorotUniform({ seed: 1 }), inputShape: [3] }),
    dense({ units: 1, kernelInitializer: glorotUniform({ seed: 2 }) }),
  ]);
  model.compile({ optimizer: adam(), loss: 'meanSquaredError' });
  const built = tensors();
  const controller = new AbortController();
  let seen = 0;
  const count: Callback = {
    onTrainBatchEnd() {
      if (++seen === steps) controller.abort(fault);
    },
  };
  if (steps === 0) controller.abort(fault);
  await expect(model.fit(x, y, { ...options, callbacks: [count], signal: controller.signal })).rejects.toBe(fault);
  expect(seen).toBe(steps);
  expect(tensors()).toEqual(built);
  const values = model.weights.map((variable) => Array.from(variable.dataSync()));
  model.dispose();
  return values;
}

test('a training can be aborted at every batch, and keeps the weights of the last whole step', async () => {
  const before = tensors();
  const states: number[][][] = [];
  const model: Sequential = sequential([
    dense({ units: 2, kernelInitializer: glorotUniform({ seed: 1 }), inputShape: [3] }),
    dense({ units: 1, kernelInitializer: glorotUniform({ seed: 2 }) }),
  ]);
  model.compile({ optimizer: adam(), loss: 'meanSquaredError' });
  const note = (): void => void states.push(model.weights.map((variable) => Array.from(variable.dataSync())));
  note();
  await model.fit(x, y, { ...options, callbacks: [{ onTrainBatchEnd: note }] });
  model.dispose();
  // 18 samples in batches of 4 are 5 steps, twice.
  expect(states).toHaveLength(1 + 10);
  for (let steps = 0; steps < 10; steps++) expect(await aborted(steps)).toEqual(states[steps]);
  expect(tensors()).toEqual(before);
});
