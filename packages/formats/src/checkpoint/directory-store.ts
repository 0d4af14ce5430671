import { platform } from '#platform';
import type { CheckpointStore } from './checkpoint-store.js';

/**
 * Keeps checkpoints in a folder, which is made if need be (Node). A file is written under another name, flushed to the disk
 * and then renamed; one process may write to a folder at a time. Whatever happens, a name stands for a whole file.
 *
 * @throws Error in browsers: there is `fileSystemStore`
 */
export function directoryStore(folder: string): CheckpointStore {
  return platform.directoryStore(folder);
}
