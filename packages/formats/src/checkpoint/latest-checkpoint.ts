import type { TrainingState } from '@sixstep/model';
import { FormatError } from '../format-error.js';
import type { CheckpointStore } from './checkpoint-store.js';
import { isCheckpointName } from './checkpoint-name.js';
import { readCheckpoint } from './read-checkpoint.js';

/** Options of `latestCheckpoint`. */
export interface LatestCheckpointOptions {
  /** What the checkpoints' names begin with. Default `'checkpoint'`. */
  readonly name?: string;
  /** Told of every file that is torn or foreign, and passed over. */
  readonly onUnreadable?: (name: string, error: FormatError) => void;
}

/**
 * The newest whole checkpoint in a store; undefined if there is none, so that one call of `fit` both begins and goes on.
 *
 * @example
 * await model.fit(x, y, { resumeFrom: await latestCheckpoint(store), callbacks: [modelCheckpoint({ store })] });
 */
export async function latestCheckpoint(
  store: CheckpointStore,
  { name = 'checkpoint', onUnreadable }: LatestCheckpointOptions = {},
): Promise<TrainingState | undefined> {
  const names = (await store.names())
    .filter((file) => isCheckpointName(name, file))
    .sort()
    .reverse();
  for (const file of names) {
    const bytes = await store.read(file);
    if (bytes === undefined) continue;
    try {
      return await readCheckpoint(bytes);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      onUnreadable?.(file, error);
    }
  }
  return undefined;
}
