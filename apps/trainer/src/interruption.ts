import type { Callback } from '@sixstep/model';

/** A callback that ends the training on Ctrl-C, and whether it has. */
export interface Interruption extends Callback {
  readonly happened: boolean;
}

/**
 * Lets the first Ctrl-C end the training after the batch under way, so that what was learned can be saved; a second one
 * ends the program at once.
 */
export function stopOnInterrupt(say: (text: string) => void): Interruption {
  let happened = false;
  const onSignal = (): void => {
    if (happened) process.exit(130);
    happened = true;
    say('\nInterrupted: the training ends after this batch. Press Ctrl-C again to quit at once.\n');
  };
  return {
    get happened() {
      return happened;
    },
    onTrainBegin() {
      process.on('SIGINT', onSignal);
    },
    onTrainBatchEnd(_, __, training) {
      if (happened) training.stop();
    },
    onTrainEnd() {
      process.off('SIGINT', onSignal);
    },
  };
}
