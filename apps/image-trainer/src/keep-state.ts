import { directoryStore, FormatError, readCheckpoint, writeCheckpoint } from '@sixstep/formats';
import type { Callback, Training, TrainingState } from '@sixstep/model';
import type { Interruption } from '@sixstep/trainer';

/** What the state of a training is called in the folder that `--out` names. */
const FILE = 'training.safetensors';

/**
 * Keeps the state of the training in a folder: after each epoch, and after the batch in which it was interrupted. To come after
 * `interruption` among the callbacks.
 */
export function keepState(folder: string, interruption: Interruption): Callback {
  const store = directoryStore(folder);
  // What was interrupted is to go on.
  const save = async (training: Training): Promise<void> =>
    store.write(FILE, await writeCheckpoint({ ...training.state(), stopped: false }));
  let isWithin = false;
  return {
    async onTrainBatchEnd(batch, _, training) {
      isWithin = interruption.happened && batch + 1 < training.steps;
      if (isWithin) await save(training);
    },
    async onEpochEnd(_, __, training) {
      if (!isWithin) await save(training);
    },
  };
}

/**
 * The state that `keepState` kept in a folder.
 *
 * @throws Error if there is none, or it is torn
 */
export async function keptState(folder: string): Promise<TrainingState> {
  const bytes = await directoryStore(folder).read(FILE);
  const place = `--resume: expected ${FILE} of an earlier run in ${folder}`;
  if (bytes === undefined) throw new Error(`${place}, received none. Run without --resume first.`);
  try {
    return await readCheckpoint(bytes);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new Error(`${place}, received another file (${error.message}). Run without --resume.`, { cause: error });
  }
}
