import { FormatError } from './format-error.js';

/** @throws FormatError if the bytes are not UTF-8 */
export function decodeText(bytes: Uint8Array, place: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FormatError(`${place}: expected UTF-8, received other bytes. The file is damaged or of another format.`);
  }
}
