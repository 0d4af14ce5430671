import { improvement, monitored, type Callback, type Mode, type Training } from '@sixstep/model';
import { expectInteger } from '@sixstep/parts';
import type { CheckpointStore } from './checkpoint-store.js';
import { checkpointName, isCheckpointName } from './checkpoint-name.js';
import { writeCheckpoint } from './write-checkpoint.js';

/** Options of `modelCheckpoint`. */
export interface ModelCheckpointOptions {
  readonly store: CheckpointStore;
  /** Steps from one checkpoint to the next. Default: none within an epoch. */
  readonly everySteps?: number;
  /** Epochs from one checkpoint to the next. Default 1. */
  readonly everyEpochs?: number;
  /** Whether only epochs are kept that are better than all before. Default false. */
  readonly saveBestOnly?: boolean;
  /** The figure that says which epoch is better. Default `'valLoss'`. */
  readonly monitor?: string;
  /** Which way is better. Default `'auto'`: by the figure's name. */
  readonly mode?: Mode;
  /** How many checkpoints are kept, the newest ones. Default 3. */
  readonly keepLast?: number;
  /** What the files' names begin with. Default `'checkpoint'`. */
  readonly name?: string;
}

/**
 * Keeps the state of the training as it goes, for `latestCheckpoint` and `fit(..., { resumeFrom })`. Put it last among the
 * callbacks, so that it keeps what the others did. `keras.callbacks.ModelCheckpoint`, which keeps no state of the training but
 * the optimizer's.
 *
 * @throws Error if an option is out of its range, or there is no figure `monitor`
 */
export function modelCheckpoint(options: ModelCheckpointOptions): Callback {
  const {
    store,
    everySteps,
    everyEpochs = 1,
    saveBestOnly = false,
    monitor = 'valLoss',
    mode = 'auto',
    keepLast = 3,
    name = 'checkpoint',
  } = options;
  const place = 'modelCheckpoint';
  if (everySteps !== undefined) expectInteger(place, 'everySteps', everySteps);
  expectInteger(place, 'everyEpochs', everyEpochs);
  expectInteger(place, 'keepLast', keepLast);
  if (saveBestOnly && everySteps !== undefined) {
    throw new Error(
      `${place}: expected no everySteps with saveBestOnly, since only whole epochs are compared, received ${everySteps}.`,
    );
  }
  const { isBetter, worst } = improvement(place, monitor, mode, 0);
  let best = worst;
  let epochUnderWay = 0;
  const save = async (epoch: number, batch: number, training: Training): Promise<void> => {
    await store.write(checkpointName(name, epoch, batch), await writeCheckpoint(training.state()));
    const names = (await store.names()).filter((file) => isCheckpointName(name, file)).sort();
    for (const old of names.slice(0, -keepLast)) await store.remove(old);
  };
  return {
    get state() {
      return { values: { best } };
    },
    set state({ values }) {
      best = Number(values['best']);
    },
    onTrainBegin() {
      best = worst;
    },
    onEpochBegin(epoch) {
      epochUnderWay = epoch;
    },
    async onTrainBatchEnd(batch, _, training) {
      const step = epochUnderWay * training.steps + batch + 1;
      if (everySteps !== undefined && step % everySteps === 0) await save(epochUnderWay, batch + 1, training);
    },
    async onEpochEnd(epoch, logs, training) {
      if (saveBestOnly) {
        const value = monitored(place, monitor, logs);
        if (value === undefined || !isBetter(value, best)) return;
        best = value;
      }
      if ((epoch + 1) % everyEpochs === 0) await save(epoch + 1, 0, training);
    },
  };
}
