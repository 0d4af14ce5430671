import type { CheckpointStore } from './checkpoint/checkpoint-store.js';

/** What differs between Node and browsers. */
export interface Platform {
  directoryStore(folder: string): CheckpointStore;
  /** Adds bytes at the end of a file, which is made if need be, with its folder. */
  appendFile(path: string, bytes: Uint8Array): Promise<void>;
}
