import { leakCheckOf } from '#leak-check';
import type { Tensors } from '@sixstep/layers';
import { expectInteger, formatValue } from '@sixstep/parts';
import { drawSeed, Generator } from '@sixstep/random';
import { tidy } from '@tensorflow/tfjs-core';
import { cutBatch, type Batch, type Samples } from './batch.js';
import type { Training } from './callbacks/callback.js';
import { teller } from './callbacks/tell.js';
import type { DataFor } from './data.js';
import { evaluateSamples } from './evaluate.js';
import type { FitOptions } from './fit-options.js';
import { HistoryRecorder, type History } from './history.js';
import { logKey, type Logs } from './logs.js';
import type { Model } from './model.js';
import type { RunningSteps, StepRunner } from './step-runner.js';
import { splitData } from './split-data.js';
import { captureState, restoreState, type TrainingState } from './training-state.js';
import { yielder } from './yield-to-event-loop.js';

const inTraining = new WeakSet<object>();

/** Trains `model`; see `Model.fit`. */
export async function fit<In extends Tensors, Out extends Tensors>(
  model: Model<In, Out>,
  x: DataFor<In>,
  y: DataFor<Out> | undefined,
  options: FitOptions<In, Out>,
): Promise<History> {
  const {
    batchSize = 32,
    epochs = 1,
    initialEpoch = 0,
    shuffle = true,
    callbacks = [],
    classWeight,
    signal,
    resumeFrom,
    leakCheck = false,
    workers,
  } = options;
  expectInteger('fit', 'batchSize', batchSize);
  expectInteger('fit', 'epochs', epochs, { min: 0 });
  expectInteger('fit', 'initialEpoch', initialEpoch, { min: 0 });
  if (workers !== undefined && typeof (workers as Partial<StepRunner>).begin !== 'function') {
    throw new Error(
      `fit: expected workers to be workers of @sixstep/parallel, received ${formatValue(workers)}. ` +
        `Pass e.g. workers({ count: 2 }).`,
    );
  }
  const { train, validation } = splitData(model, x, y, options);
  const generator = new Generator(options.seed ?? drawSeed());
  if (inTraining.has(model)) throw new Error(`fit: ${model.name} is being trained already. Await the other fit first.`);

  let stopped = false;
  let logs: Logs = {};
  let [epoch, nextBatch] = [initialEpoch, 0];
  let shuffleState = generator.state;
  const history = new HistoryRecorder();
  const resumable = { model, callbacks, samples: train.length, batchSize };
  const training: Training = {
    model,
    optimizer: model.optimizer,
    epochs,
    initialEpoch,
    batchSize,
    steps: Math.ceil(train.length / batchSize),
    samples: train.length,
    stop: () => (stopped = true),
    state: () => captureState(resumable, { epoch, batch: nextBatch, stopped, logs, shuffle: shuffleState }, history),
  };
  let at = '';
  const leaks = leakCheck ? leakCheckOf(model) : undefined;
  const tell = teller(callbacks, leaks, () => at);
  const run = (kind: string, f: () => void): void => {
    if (leaks === undefined) tidy(f);
    else leaks.step(kind, at, () => tidy(f));
  };
  const listeners = callbacks.filter(({ onGradients }) => onGradients !== undefined);
  const pause = yielder();
  const restore = (state: TrainingState): void => {
    restoreState(resumable, state);
    history.restore(state.history);
    generator.state = shuffleState = state.shuffle;
    ({ epoch, batch: nextBatch, stopped, logs } = state);
  };
  let fault: { readonly error: unknown } | undefined;
  let steps: RunningSteps | undefined;
  inTraining.add(model);
  try {
    build(model, train);
    const { sampleWeight } = options;
    steps = await workers?.begin({ model, x, y, sampleWeight, classWeight, samples: train.length });
    await tell('onTrainBegin', training);
    if (resumeFrom !== undefined && (resumeFrom.batch === 0 || resumeFrom.epoch >= epochs)) restore(resumeFrom);
    // Within an epoch, the callbacks hear of its beginning first: what they change then is changed back.
    let within = resumeFrom !== undefined && resumeFrom.batch > 0 && resumeFrom.epoch < epochs ? resumeFrom : undefined;
    if (within !== undefined) epoch = within.epoch;
    while (epoch < epochs && !stopped) {
      model.resetMetrics();
      at = `epoch ${epoch + 1}`;
      await tell('onEpochBegin', epoch, training);
      if (within !== undefined) restore(within);
      within = undefined;
      shuffleState = generator.state;
      const order = shuffle ? generator.permutation(train.length) : undefined;
      while (nextBatch < training.steps && !stopped) {
        const batch = nextBatch;
        signal?.throwIfAborted();
        at = `epoch ${epoch + 1}, batch ${batch}`;
        await tell('onTrainBatchBegin', batch, training);
        const from = batch * batchSize;
        const to = Math.min(from + batchSize, train.length);
        const cut = (): Batch<In, Out> => cutBatch<In, Out>(train, from, to, order, classWeight);
        const listen = (batch: () => Batch<In, Out>): void => {
          if (listeners.length === 0) return;
          model.gradientListener = (loss, gradients) => {
            const step = { batch: batch(), loss, gradients };
            for (const callback of listeners) callback.onGradients!(step, training);
          };
        };
        if (steps === undefined) {
          run('the step', () => {
            const batch = cut();
            listen(() => batch);
            logs = model.trainStep(batch);
          });
        } else {
          listen(cut);
          const takeStep = async (): Promise<void> => {
            logs = await steps!.run(order?.slice(from, to) ?? range(from, to));
          };
          await (leaks === undefined ? takeStep() : leaks.callback('the step', at, takeStep));
        }
        nextBatch++;
        await tell('onTrainBatchEnd', batch, logs, training);
        await pause();
      }
      if (validation !== undefined && isDue(options.validationFreq ?? 1, epoch)) {
        at = `epoch ${epoch + 1}`;
        await tell('onTestBegin', training);
        const size = options.validationBatchSize ?? batchSize;
        const found = await evaluateSamples(model, validation, size, signal, (f) => run('the step of validation', f));
        await tell('onTestEnd', found, training);
        logs = {
          ...logs,
          ...Object.fromEntries(Object.entries(found).map(([key, value]) => [logKey('val', key), value])),
        };
      }
      history.add(epoch, logs);
      const ended = epoch++;
      [nextBatch, shuffleState] = [0, generator.state];
      await tell('onEpochEnd', ended, logs, training);
    }
    model.endTraining();
  } catch (error) {
    fault = { error };
  }
  await steps?.end();
  inTraining.delete(model);
  model.gradientListener = undefined;
  // What went wrong first is what is thrown.
  await tell('onTrainEnd', logs, training).catch((error: unknown) => (fault ??= { error }));
  if (fault !== undefined) throw fault.error;
  return history;
}

const range = (from: number, to: number): Int32Array => Int32Array.from({ length: to - from }, (_, i) => from + i);

const isDue = (freq: number | readonly number[], epoch: number): boolean =>
  typeof freq === 'number' ? (epoch + 1) % freq === 0 : freq.includes(epoch + 1);

/** Builds the model for its data, so that nothing is made within the first step, and gets the optimizer ready. */
function build<In extends Tensors, Out extends Tensors>(model: Model<In, Out>, train: Samples): void {
  const shapes = train.x.map((item) => item.batchShape);
  model.ensureBuilt((train.single.x ? shapes[0] : shapes) as never);
  model.beginTraining();
}
