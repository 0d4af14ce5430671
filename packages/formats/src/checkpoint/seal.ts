import { FormatError } from '../format-error.js';

const FIELD = '"sha256":"';
const EMPTY = '0'.repeat(64);
/** The field stands within so many bytes of the beginning. */
const WITHIN = 256;

const latin = new TextDecoder('latin1');

async function digest(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Where the checksum stands in the header; -1 if nowhere. */
function place(bytes: Uint8Array): number {
  const at = latin.decode(bytes.subarray(0, WITHIN)).indexOf(FIELD);
  return at < 0 ? -1 : at + FIELD.length;
}

/** Writes the checksum of `bytes` into their empty field `sha256`, in place. */
export async function seal(bytes: Uint8Array): Promise<Uint8Array> {
  bytes.set(new TextEncoder().encode(await digest(bytes)), place(bytes));
  return bytes;
}

/** @throws FormatError if `bytes` have no checksum, or it is not theirs */
export async function checkSeal(bytes: Uint8Array, where: string): Promise<void> {
  const at = place(bytes);
  if (at < 0 || at + EMPTY.length > bytes.length)
    throw new FormatError(`${where}: expected a checkpoint, received another file, or a torn one.`);
  const given = latin.decode(bytes.subarray(at, at + EMPTY.length));
  const copy = bytes.slice();
  copy.set(new TextEncoder().encode(EMPTY), at);
  const found = await digest(copy);
  if (given !== found) {
    throw new FormatError(
      `${where}: expected the checksum ${given}, received ${found}. The file is torn or was changed.`,
    );
  }
}

/** An empty field, to be written first of all. */
export const emptySeal: { readonly sha256: string } = { sha256: EMPTY };
