import type { Platform } from './platform.js';

/** A page has no files of the machine. */
export const platform: Platform = {
  directoryStore() {
    throw new Error('directoryStore: expected to run in Node. In a browser use fileSystemStore or memoryStore.');
  },
  appendFile() {
    throw new Error(
      'tensorBoard: expected write in a browser, where there are no files. Pass write: (file, bytes) => ...',
    );
  },
};
