import type { Platform } from './platform.js';

/** The document of the page. */
export const platform: Platform = {
  document() {
    const { document } = globalThis as { document?: Document };
    if (document) return document;
    throw new Error('plots: expected a document to draw with, and a worker has none. Send the data to the page.');
  },
  toPng: () => Promise.reject(new Error('toPng: expected to run in Node. In a browser show the SVG itself.')),
};
