import { expect, test } from '@jest/globals';
import { dense, Layer, lstm } from '@sixstep/layers';
import {
  earlyStopping,
  Model,
  sequential,
  type Batch,
  type Callback,
  type FitOptions,
  type Logs,
} from '@sixstep/model';
import { dispose, keep, memory, zeros, type Tensor } from '@tensorflow/tfjs-core';

const x = { data: Float32Array.from({ length: 24 }, (_, i) => Math.sin(i)), shape: [8, 3] };
const y = { data: Float32Array.from({ length: 8 }, (_, i) => Math.cos(i)), shape: [8, 1] };
const options: FitOptions = { batchSize: 2, epochs: 2, validationSplit: 0.25, seed: 1, leakCheck: true };

const leaked: Tensor[] = [];
/** Keeps a tensor in each call in training, or without. */
class Hoarder extends Layer {
  private readonly inTraining: boolean;
  constructor(inTraining: boolean) {
    super();
    this.inTraining = inTraining;
  }
  override call(h: Tensor, { training }: { training: boolean }): Tensor {
    if (training === this.inTraining) leaked.push(keep(zeros([2, 5])));
    return h;
  }
}
class Block extends Layer {
  readonly hoarder = new Hoarder(true);
  override call(h: Tensor): Tensor {
    return this.hoarder.apply(h);
  }
}

/** Fits, and cleans up. */
async function fit(layers: Layer[], more: FitOptions = {}, keepers: readonly Tensor[] = leaked): Promise<void> {
  const before = memory().numTensors;
  const model = sequential([dense({ units: 1 }), ...layers]);
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  try {
    await model.fit(x, y, { ...options, ...more });
  } finally {
    model.dispose();
    dispose([...keepers]);
    leaked.length = 0;
    expect(memory().numTensors).toBe(before);
  }
}

test('without it nothing is said', async () => {
  await fit([new Hoarder(true)], { leakCheck: false });
});

test('names the layer, the step, the growth and the shape', async () => {
  await expect(fit([new Hoarder(true)])).rejects.toThrow(
    /^fit: leakCheck: expected the step of epoch 1, batch 1 to leave \d+ tensors, as it found them, received 1 more \(\[2, 5\] made in hoarder\)\. Dispose them, or make them in a tidy without keep\.$/,
  );
});

test('names a layer within a layer, and not those that are innocent', async () => {
  await expect(fit([new Block(), dense({ units: 1 })])).rejects.toThrow(
    'received 1 more ([2, 5] made in block/hoarder)',
  );
});

test('finds what validation leaves', async () => {
  await expect(fit([new Hoarder(false)], { validationBatchSize: 1 })).rejects.toThrow(
    /expected the step of validation of epoch 1 to leave \d+ tensors, .* 1 more \(\[2, 5\] made in hoarder\)/,
  );
});

test('finds what a train step leaves outside of its layers', async () => {
  class Own extends Model {
    private readonly d1 = dense({ units: 1 });
    override call(h: Tensor): Tensor {
      return this.d1.apply(h);
    }
    override trainStep(batch: Batch): Logs {
      leaked.push(keep(zeros([7])));
      return super.trainStep(batch);
    }
  }
  const model = new Own();
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  await expect(model.fit(x, y, options)).rejects.toThrow('received 1 more ([7] made outside of the layers)');
  model.dispose();
  dispose(leaked.splice(0));
});

test.each(['onTrainBatchBegin', 'onTrainBatchEnd', 'onEpochBegin', 'onEpochEnd', 'onTestBegin', 'onTestEnd'] as const)(
  'names a callback that leaves tensors in %s',
  async (hook) => {
    const innocent: Callback = { [hook]: () => undefined };
    const hoards: Callback = { [hook]: () => void leaked.push(zeros([3])) };
    await expect(fit([], { callbacks: [innocent, hoards] })).rejects.toThrow(
      new RegExp(
        `^fit: leakCheck: expected ${hook} of callbacks\\[1\\] in epoch [12].* to leave \\d+ tensors, .* 1 more\\.`,
      ),
    );
  },
);

test('lets pass what is made once: the state of layers, optimizers and callbacks', async () => {
  const before = memory().numTensors;
  let first: Tensor | undefined;
  const once: Callback = { onTrainBatchEnd: () => void (first ??= zeros([3])) };
  const model = sequential([lstm({ units: 2, stateful: true }), dense({ units: 1 })]);
  model.compile({ optimizer: 'nadam', loss: 'meanSquaredError', metrics: ['meanAbsoluteError'] });
  const sequences = { data: x.data, shape: [8, 3, 1] };
  const { validationSplit: _, ...whole } = options;
  await model.fit(sequences, y, {
    ...whole,
    epochs: 4,
    callbacks: [earlyStopping({ monitor: 'loss', restoreBestWeights: true }), once],
  });
  model.dispose();
  first!.dispose();
  expect(memory().numTensors).toBe(before);
});
