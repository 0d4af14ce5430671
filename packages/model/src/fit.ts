import type { Tensors } from '@sixstep/layers';
import { expectInteger, expectNumber, formatValue } from '@sixstep/parts';
import { drawSeed, Generator } from '@sixstep/random';
import { tidy, type Tensor } from '@tensorflow/tfjs-core';
import { cutBatch, part, samples, type Batch, type ClassWeight, type Samples, type SampleWeight } from './batch.js';
import type { Callback, Training } from './callbacks/callback.js';
import { teller } from './callbacks/tell.js';
import type { DataFor } from './data.js';
import { evaluateSamples } from './evaluate.js';
import { HistoryRecorder, type History } from './history.js';
import { LeakCheck } from './leak-check.js';
import { logKey, type Logs } from './logs.js';
import type { Model } from './model.js';
import type { RunningSteps, StepRunner } from './step-runner.js';
import { captureState, restoreState, type TrainingState } from './training-state.js';
import { yielder } from './yield-to-event-loop.js';

/** Options of `fit`. */
export interface FitOptions<In extends Tensors = Tensor, Out extends Tensors = Tensor> {
  /** Samples a step. Default 32. */
  readonly batchSize?: number;
  /** The number of the last epoch. Default 1. */
  readonly epochs?: number;
  /** The number of the first epoch, for a training that goes on. Default 0. */
  readonly initialEpoch?: number;
  /** [x, y] or [x, y, sampleWeight] to be evaluated on after an epoch; has precedence over `validationSplit`. */
  readonly validationData?: readonly [DataFor<In>, DataFor<Out>] | readonly [DataFor<In>, DataFor<Out>, SampleWeight];
  /** The part of the data, in [0, 1), taken from its end before shuffling, to evaluate on. Default 0. */
  readonly validationSplit?: number;
  /** Epochs from one validation to the next, or the epochs (counted from 1) after which there is one. Default 1. */
  readonly validationFreq?: number | readonly number[];
  /** Samples a step of validation. Default `batchSize`. */
  readonly validationBatchSize?: number;
  /** Whether the samples are put in a new random order for each epoch. Default true. */
  readonly shuffle?: boolean;
  /** Seeds the shuffling. Default: drawn from the common stream, see `setRandomSeed`. */
  readonly seed?: number;
  /** What each sample counts for in the loss. */
  readonly sampleWeight?: SampleWeight;
  /** What the samples of a class count for in the loss, by the class' number; 1 for those not named. */
  readonly classWeight?: ClassWeight;
  readonly callbacks?: readonly Callback[];
  /** Who takes the steps: `workers({ count: 2 })` of `@sixstep/parallel`, say. Default: this thread. */
  readonly workers?: StepRunner | undefined;
  /**
   * The state of a training that was interrupted, from `training.state()` or a checkpoint: the training goes on from there, to
   * the bit as if nothing had happened. Give everything else as the first time.
   */
  readonly resumeFrom?: TrainingState | undefined;
  /** Ends the training after the step under way; `fit` then throws the signal's reason. */
  readonly signal?: AbortSignal;
  /**
   * Whether to count the tensors before and after every step and every callback, and to throw when there are more, for the
   * second time, than before; the error says where they were made. It slows the training down. Default false.
   */
  readonly leakCheck?: boolean;
}

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
  const { train, validation } = split(model, x, y, options);
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
  const leaks = leakCheck ? new LeakCheck(model) : undefined;
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

/** The samples to train and to validate on. */
function split<In extends Tensors, Out extends Tensors>(
  model: Model<In, Out>,
  x: DataFor<In>,
  y: DataFor<Out> | undefined,
  {
    validationData,
    validationSplit = 0,
    validationFreq = 1,
    validationBatchSize = 1,
    sampleWeight,
  }: FitOptions<In, Out>,
): { train: Samples; validation: Samples | undefined } {
  expectNumber('fit', 'validationSplit', validationSplit, { min: 0, below: 1 });
  expectInteger('fit', 'validationBatchSize', validationBatchSize);
  if (typeof validationFreq === 'number') expectInteger('fit', 'validationFreq', validationFreq);
  const all = samples<In, Out>('fit', model, x, y, sampleWeight);
  if (validationData !== undefined) {
    if (!Array.isArray(validationData)) {
      throw new Error(
        `fit: expected validationData to be [x, y] or [x, y, sampleWeight], received ${formatValue(validationData)}.`,
      );
    }
    const [valX, valY, valWeight] = validationData as NonNullable<FitOptions<In, Out>['validationData']>;
    return { train: all, validation: samples<In, Out>('fit: validationData', model, valX, valY, valWeight) };
  }
  if (validationSplit === 0) return { train: all, validation: undefined };
  const at = Math.floor(all.length * (1 - validationSplit));
  if (at === 0 || at === all.length) {
    throw new Error(
      `fit: expected validationSplit to leave samples on both sides, received ${validationSplit} for ${all.length} samples.`,
    );
  }
  return { train: part(all, 0, at), validation: part(all, at, all.length) };
}

/** Builds the model for its data, so that nothing is made within the first step, and gets the optimizer ready. */
function build<In extends Tensors, Out extends Tensors>(model: Model<In, Out>, train: Samples): void {
  const shapes = train.x.map((item) => item.batchShape);
  model.ensureBuilt((train.single.x ? shapes[0] : shapes) as never);
  model.beginTraining();
}
