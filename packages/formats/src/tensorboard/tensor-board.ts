import type { Callback, Logs, Training } from '@sixstep/model';
import { expectInteger } from '@sixstep/parts';
import { snakeCase } from '../keras/snake-case.js';
import { summaryWriter, type SummaryWriter, type SummaryWriterOptions } from './summary-writer.js';
import { weightImage } from './weight-image.js';

/** Options of `tensorBoard`. */
export interface TensorBoardOptions {
  /** The folder: figures of training are written below `train`, those of validation below `validation`. Default `'logs'`. */
  readonly logDir?: string;
  /** Epochs from one histogram of the weights to the next; 0: none. Default 0. */
  readonly histogramFreq?: number;
  /** Whether weights are written as images too, whenever histograms are. Default false. */
  readonly writeImages?: boolean;
  /** Whether the figures are written after each epoch only, or also after each batch, or every so many batches. Default `'epoch'`. */
  readonly updateFreq?: 'epoch' | 'batch' | number;
  /** As in `summaryWriter`: where the bytes go. In a browser it must be given. */
  readonly write?: SummaryWriterOptions['write'];
}

/**
 * Writes the training for TensorBoard: `tensorboard --logdir logs`. `keras.callbacks.TensorBoard`, with its tags and steps, so that
 * trainings of both stand in the same charts.
 *
 * Scalars are `epoch_loss`, `epoch_learning_rate`, `batch_loss`, `evaluation_loss_vs_iterations`, ...; histograms and images
 * `sequential/dense/kernel/histogram`, ... Each `fit` writes files of its own. There are no graphs, profiles and embeddings.
 *
 * @throws Error if an option is out of its range
 */
export function tensorBoard(options: TensorBoardOptions = {}): Callback {
  const { logDir = 'logs', histogramFreq = 0, writeImages = false, updateFreq = 'epoch', write } = options;
  expectInteger('tensorBoard', 'histogramFreq', histogramFreq, { min: 0 });
  const every = updateFreq === 'epoch' ? Infinity : updateFreq === 'batch' ? 1 : updateFreq;
  if (every !== Infinity) expectInteger('tensorBoard', 'updateFreq', every);
  let train: SummaryWriter | undefined;
  let validation: SummaryWriter | undefined;
  let epochUnderWay = 0;
  const trainWriter = (): SummaryWriter => (train ??= summaryWriter({ logDir: `${logDir}/train`, write }));
  const validationWriter = (): SummaryWriter =>
    (validation ??= summaryWriter({ logDir: `${logDir}/validation`, write }));
  return {
    onTrainBegin() {
      train = validation = undefined;
    },
    onEpochBegin(epoch) {
      epochUnderWay = epoch;
    },
    async onTrainBatchEnd(batch, logs, { initialEpoch, steps }) {
      const step = (epochUnderWay - initialEpoch) * steps + batch + 1;
      if (step % every !== 0) return;
      const writer = trainWriter();
      scalars(writer, 'batch_', logs, '', step);
      if (writer.isFull) await writer.flush();
    },
    onTestEnd(logs, { optimizer }) {
      scalars(validationWriter(), 'evaluation_', logs, '_vs_iterations', optimizer.iterations);
    },
    async onEpochEnd(epoch, logs, training) {
      const [own, validated] = apart(logs);
      const writer = trainWriter();
      scalars(writer, 'epoch_', own, '', epoch);
      writer.scalar('epoch_learning_rate', training.optimizer.currentLearningRate(), epoch);
      if (Object.keys(validated).length > 0) scalars(validationWriter(), 'epoch_', validated, '', epoch);
      if (histogramFreq > 0 && epoch % histogramFreq === 0) weights(writer, training, epoch, writeImages);
      await writer.flush();
      await validation?.flush();
    },
    async onTrainEnd() {
      await train?.flush();
      await validation?.flush();
    },
  };
}

function scalars(writer: SummaryWriter, before: string, logs: Logs, after: string, step: number): void {
  for (const [name, value] of Object.entries(logs)) writer.scalar(`${before}${snakeCase(name)}${after}`, value, step);
}

/** The figures of training and those of validation, without their `val`. */
function apart(logs: Logs): [Logs, Logs] {
  const entries = Object.entries(logs);
  const isValidated = ([name]: [string, number]): boolean => /^val[A-Z]/.test(name);
  const validated = entries
    .filter(isValidated)
    .map(([name, value]) => [`${name[3]!.toLowerCase()}${name.slice(4)}`, value] as const);
  return [Object.fromEntries(entries.filter((entry) => !isValidated(entry))), Object.fromEntries(validated)];
}

function weights(writer: SummaryWriter, { model }: Training, epoch: number, writeImages: boolean): void {
  for (const { path, variable } of model.namedWeights()) {
    const [name, values] = [`${model.name}/${path}`, variable.dataSync()];
    writer.histogram(`${name}/histogram`, values, epoch);
    const image = writeImages ? weightImage(values, variable.shape) : undefined;
    if (image !== undefined) writer.image(`${name}/image`, image, epoch);
  }
}
