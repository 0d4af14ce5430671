import type { Callback } from '@sixstep/model';

/** A callback that ends the training on Ctrl-C, and whether it has. */
export interface Interruption extends Callback {
  readonly happened: boolean;
}

/** Milliseconds within which a second SIGINT is the same one, as a parent process may pass it on. */
const SAME = 500;

/**
 * Lets the first Ctrl-C end the training after the batch, or the validation, under way, so that what was learned can be
 * saved; a second one ends the program at once.
 */
export function stopOnInterrupt(say: (text: string) => void): Interruption {
  let happened = false;
  let at = 0;
  const onSignal = (): void => {
    if (happened) {
      if (performance.now() - at > SAME) process.exit(130);
      return;
    }
    happened = true;
    at = performance.now();
    say('\nInterrupted: the training ends after this batch. Press Ctrl-C again to quit at once.\n');
  };
  return {
    get happened() {
      return happened;
    },
    onTrainBegin() {
      process.on('SIGINT', onSignal);
    },
    // Not at once: callbacks that come after this one shall see every batch that was trained on.
    onTrainBatchEnd(_, __, training) {
      if (happened) training.stop();
    },
    onEpochEnd(_, __, training) {
      if (happened) training.stop();
    },
    onTrainEnd() {
      process.off('SIGINT', onSignal);
    },
  };
}
