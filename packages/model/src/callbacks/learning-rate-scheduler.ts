import { expectNumber } from '@sixstep/parts';
import type { Callback } from './callback.js';

/**
 * Sets the learning rate at the start of each epoch. `keras.callbacks.LearningRateScheduler`.
 *
 * @param schedule (epoch, the learning rate so far) -> learning rate
 */
export function learningRateScheduler(schedule: (epoch: number, learningRate: number) => number): Callback {
  return {
    onEpochBegin(epoch, { optimizer }) {
      const rate = schedule(epoch, optimizer.currentLearningRate());
      optimizer.learningRate = expectNumber('learningRateScheduler', "the schedule's value", rate, { min: 0 });
    },
  };
}
