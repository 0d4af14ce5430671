import { expectInteger, expectNumber } from '@sixstep/parts';
import type { Callback } from './callback.js';
import { improvement, monitored, type Mode } from './monitor.js';

/** Options of `reduceLROnPlateau`. */
export interface ReduceLROnPlateauOptions {
  /** The figure to watch. Default `'valLoss'`. */
  readonly monitor?: string;
  /** What the learning rate is multiplied by, below 1. Default 0.1. */
  readonly factor?: number;
  /** Epochs without anything better after which it is lowered. Default 10. */
  readonly patience?: number;
  /** Which way is better. Default `'auto'`: by the figure's name. */
  readonly mode?: Mode;
  /** What a change must exceed to count as better. Default 1e-4. */
  readonly minDelta?: number;
  /** Epochs to wait after it was lowered. Default 0. */
  readonly cooldown?: number;
  /** The lowest learning rate. Default 0. */
  readonly minLr?: number;
}

/**
 * Lowers the learning rate when a figure has stopped improving. `keras.callbacks.ReduceLROnPlateau`.
 *
 * @throws Error if the optimizer's learning rate is a schedule, which cannot be set
 */
export function reduceLROnPlateau(options: ReduceLROnPlateauOptions = {}): Callback {
  const {
    monitor = 'valLoss',
    factor = 0.1,
    patience = 10,
    mode = 'auto',
    minDelta = 1e-4,
    cooldown = 0,
    minLr = 0,
  } = options;
  expectNumber('reduceLROnPlateau', 'factor', factor, { above: 0, below: 1 });
  expectInteger('reduceLROnPlateau', 'patience', patience, { min: 0 });
  const { isBetter, worst } = improvement('reduceLROnPlateau', monitor, mode, minDelta);
  let best = worst;
  let wait = 0;
  let cooling = 0;
  return {
    get state() {
      return { values: { best, wait, cooling } };
    },
    set state({ values }) {
      [best, wait, cooling] = [Number(values['best']), Number(values['wait']), Number(values['cooling'])];
    },
    onTrainBegin({ optimizer }) {
      if (typeof optimizer.learningRate === 'function') {
        throw new Error('reduceLROnPlateau: expected a learning rate that is a number, received a schedule.');
      }
      [best, wait, cooling] = [worst, 0, 0];
    },
    onEpochEnd(_, logs, { optimizer }) {
      const value = monitored('reduceLROnPlateau', monitor, logs);
      if (value === undefined) return;
      if (cooling > 0) [cooling, wait] = [cooling - 1, 0];
      if (isBetter(value, best)) [best, wait] = [value, 0];
      else if (cooling === 0 && ++wait >= patience) {
        const rate = optimizer.currentLearningRate();
        if (rate > minLr) {
          optimizer.learningRate = Math.max(rate * factor, minLr);
          [cooling, wait] = [cooldown, 0];
        }
      }
    },
  };
}
