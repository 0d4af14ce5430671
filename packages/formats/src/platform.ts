import type { CheckpointStore } from './checkpoint/checkpoint-store.js';

/** What differs between Node and browsers. */
export interface Platform {
  directoryStore(folder: string): CheckpointStore;
}
