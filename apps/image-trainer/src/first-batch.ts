import type { Callback } from '@sixstep/model';

/** A callback that notes how long it took from the start of the program to the end of the first batch. */
export interface FirstBatch extends Callback {
  /** Seconds; undefined before. */
  readonly seconds: number | undefined;
}

export function firstBatch(): FirstBatch {
  let seconds: number | undefined;
  return {
    get seconds() {
      return seconds;
    },
    onTrainBatchEnd() {
      seconds ??= process.uptime();
    },
  };
}
