import type { CheckpointStore } from './checkpoint-store.js';

/** Keeps checkpoints in memory, as long as the page or the process lives. */
export function memoryStore(): CheckpointStore {
  const files = new Map<string, Uint8Array>();
  return {
    names: () => Promise.resolve([...files.keys()]),
    read: (name) => Promise.resolve(files.get(name)?.slice()),
    write: (name, bytes) => Promise.resolve(void files.set(name, bytes.slice())),
    remove: (name) => Promise.resolve(void files.delete(name)),
  };
}
