import type { Callback, Training } from '@sixstep/model';

/** A callback that ends the training on Ctrl-C, and whether it has. */
export interface Interruption extends Callback {
  readonly happened: boolean;
}

/**
 * Lets the first Ctrl-C end the training after the batch, or the validation, under way, so that what was learned can be
 * saved; a second one ends the program at once.
 */
export function stopOnInterrupt(say: (text: string) => void): Interruption {
  let happened = false;
  let training: Training | undefined;
  const onSignal = (): void => {
    if (happened) process.exit(130);
    happened = true;
    training?.stop();
    say('\nInterrupted: the training ends after this batch. Press Ctrl-C again to quit at once.\n');
  };
  return {
    get happened() {
      return happened;
    },
    onTrainBegin(begun) {
      training = begun;
      process.on('SIGINT', onSignal);
    },
    onTrainEnd() {
      process.off('SIGINT', onSignal);
    },
  };
}
