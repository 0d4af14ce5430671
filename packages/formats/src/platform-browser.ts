import type { Platform } from './platform.js';

/** A page has no folders of the machine. */
export const platform: Platform = {
  directoryStore() {
    throw new Error('directoryStore: expected to run in Node. In a browser use fileSystemStore or memoryStore.');
  },
};
