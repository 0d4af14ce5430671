import { expectInteger, expectNumber } from '@sixstep/parts';
import { dispose, tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { Callback } from './callback.js';
import { improvement, monitored, type Mode } from './monitor.js';

/** Options of `earlyStopping`. */
export interface EarlyStoppingOptions {
  /** The figure to watch. Default `'valLoss'`. */
  readonly monitor?: string;
  /** What a change must exceed to count as better. Default 0. */
  readonly minDelta?: number;
  /** Epochs without anything better after which the training ends. Default 0. */
  readonly patience?: number;
  /** Which way is better. Default `'auto'`: by the figure's name. */
  readonly mode?: Mode;
  /** A value that the figure must beat at once. */
  readonly baseline?: number;
  /** Whether the weights of the best epoch are put back at the end. Default false. */
  readonly restoreBestWeights?: boolean;
  /** The first epoch (from 0) that is watched. Default 0. */
  readonly startFromEpoch?: number;
}

/**
 * Ends the training when a figure has stopped improving. `keras.callbacks.EarlyStopping`.
 *
 * @throws Error in the first epoch, if there is no such figure
 */
export function earlyStopping(options: EarlyStoppingOptions = {}): Callback {
  const {
    monitor = 'valLoss',
    minDelta = 0,
    patience = 0,
    mode = 'auto',
    baseline,
    restoreBestWeights = false,
    startFromEpoch = 0,
  } = options;
  expectInteger('earlyStopping', 'patience', patience, { min: 0 });
  expectNumber('earlyStopping', 'minDelta', minDelta, { min: 0 });
  const { isBetter, worst } = improvement('earlyStopping', monitor, mode, minDelta);
  let best = worst;
  let bestWeights: Tensor[] | undefined;
  let wait = 0;
  const forget = (): void => {
    dispose(bestWeights ?? []);
    bestWeights = undefined;
  };
  return {
    get state() {
      const arrays = bestWeights?.map((x) => ({ data: x.dataSync() as Float32Array, shape: x.shape }));
      return { values: { best, wait }, ...(arrays !== undefined && { arrays }) };
    },
    set state({ values, arrays }) {
      [best, wait] = [Number(values['best']), Number(values['wait'])];
      forget();
      bestWeights = arrays?.map(({ data, shape }) => tensor(data, [...shape]));
    },
    onTrainBegin() {
      [best, wait] = [worst, 0];
      forget();
    },
    onEpochEnd(epoch, logs, training) {
      if (epoch < startFromEpoch) return;
      const value = monitored('earlyStopping', monitor, logs);
      if (value === undefined) return;
      wait++;
      if (restoreBestWeights) bestWeights ??= training.model.getWeights();
      if (isBetter(value, best)) {
        best = value;
        if (restoreBestWeights) {
          forget();
          bestWeights = training.model.getWeights();
        }
        if (baseline === undefined || isBetter(value, baseline)) wait = 0;
        return;
      }
      if (wait >= patience && epoch > 0) training.stop();
    },
    onTrainEnd(_, { model }) {
      if (bestWeights !== undefined) model.setWeights(bestWeights);
      forget();
    },
  };
}
