import { element } from './element.js';

/** Lets the browser save a file. */
export function offerFile(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  element('a', { href, download: name }).click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
