import { inflateSync } from 'fflate';
import { formatValue } from '@sixstep/parts';
import { FormatError } from '../format-error.js';
import { limitsOf, RATIO_FLOOR, type Limits } from '../limits.js';
import { crc32 } from './crc32.js';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_ENTRIES = 10_000;

/** A file in an archive, as the directory at its end says. */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** The files of an archive by name; each is unpacked when it is asked for. */
export type Archive = ReadonlyMap<string, () => Uint8Array>;

/**
 * Reads a zip archive. Files that are stored are views of `bytes`.
 *
 * @throws FormatError if the archive is damaged, a name leads out of it or stands there twice, files overlap, or they would take
 * more than `limits` allow; at the unpacking, if size or checksum are not what the directory says
 */
export function readZip(bytes: Uint8Array, place: string, limits: Limits = {}): Archive {
  const { maxBytes, maxRatio } = limitsOf(limits);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(bytes, view, place);
  const files = new Map<string, () => Uint8Array>();
  const spans: (readonly [number, number])[] = [];
  let total = 0;
  for (const entry of entries) {
    checkName(entry.name, place);
    if (files.has(entry.name))
      throw new FormatError(`${place}: expected each file once, received '${entry.name}' again.`);
    const { name, size, packed } = entry;
    total += size;
    if (total > maxBytes)
      throw new FormatError(`${place}: expected at most ${maxBytes} bytes unpacked, received ${total} at '${name}'.`);
    if (size > RATIO_FLOOR && size > maxRatio * packed) {
      throw new FormatError(
        `${place}: expected '${name}' to unpack to at most ${maxRatio} times its ${packed} bytes, received ${size}.`,
      );
    }
    const start = dataStart(entry, bytes, view, place);
    spans.push([entry.offset, start + packed]);
    files.set(name, () => unpack(entry, bytes.subarray(start, start + packed), place));
  }
  spans.sort(([a], [b]) => a - b);
  spans.forEach(([begin], i) => {
    if (i > 0 && begin < spans[i - 1]![1])
      throw new FormatError(`${place}: expected files one after the other, received some that overlap.`);
  });
  return files;
}

function directory(bytes: Uint8Array, view: DataView, place: string): Entry[] {
  let end = bytes.length - 22;
  while (end >= Math.max(0, bytes.length - 22 - 65535) && view.getUint32(end, true) !== END) end--;
  if (end < 0 || view.getUint32(end, true) !== END) {
    throw new FormatError(
      `${place}: expected a zip archive, received none, or a torn one: there is no directory at its end.`,
    );
  }
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const size = view.getUint32(end + 12, true);
  if (count === 0xffff || at === 0xffffffff)
    throw new FormatError(`${place}: expected an archive below 4 GiB (no zip64).`);
  if (count > MAX_ENTRIES) throw new FormatError(`${place}: expected at most ${MAX_ENTRIES} files, received ${count}.`);
  if (at + size > end)
    throw new FormatError(
      `${place}: expected the directory of ${size} bytes within the archive, received it at byte ${at}.`,
    );
  const limit = at + size;
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > limit || view.getUint32(at, true) !== ENTRY) {
      throw new FormatError(
        `${place}: expected ${count} files in the directory, received a damaged one at number ${i}.`,
      );
    }
    const flags = view.getUint16(at + 8, true);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    ) as [number, number, number];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (flags & 1) throw new FormatError(`${place}: expected '${name}' not to be encrypted.`);
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** Names stay within the archive: relative, forward slashes, no `..`. */
function checkName(name: string, place: string): void {
  const parts = name.split('/');
  const strange =
    name === '' ||
    name.startsWith('/') ||
    /[\\\0]|^[a-zA-Z]:/.test(name) ||
    parts.includes('..') ||
    parts.includes('.');
  if (strange) throw new FormatError(`${place}: expected names within the archive, received ${formatValue(name)}.`);
}

function dataStart({ name, offset, packed }: Entry, bytes: Uint8Array, view: DataView, place: string): number {
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) {
    throw new FormatError(`${place}: expected '${name}' at byte ${offset}, received something else.`);
  }
  const nameLength = view.getUint16(offset + 26, true);
  const start = offset + 30 + nameLength + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length)
    throw new FormatError(`${place}: expected the ${packed} bytes of '${name}' within the archive.`);
  const local = new TextDecoder().decode(bytes.subarray(offset + 30, offset + 30 + nameLength));
  if (local !== name)
    throw new FormatError(`${place}: expected '${name}' at byte ${offset}, received ${formatValue(local)}.`);
  return start;
}

function unpack({ name, method, crc, size }: Entry, packed: Uint8Array, place: string): Uint8Array {
  const fail = (what: string): never => {
    throw new FormatError(`${place}: ${what}. The archive is damaged.`);
  };
  let bytes: Uint8Array;
  if (method === 0) bytes = packed;
  else if (method !== 8) return fail(`expected '${name}' to be stored or deflated, received method ${method}`);
  else {
    try {
      // Room for one byte more: a file that is longer than it said is found out.
      bytes = inflateSync(packed, { out: new Uint8Array(size + 1) });
    } catch (error) {
      return fail(`cannot unpack '${name}': ${(error as Error).message}`);
    }
  }
  if (bytes.length !== size)
    return fail(`expected '${name}' to have ${size} bytes, received ${bytes.length > size ? 'more' : bytes.length}`);
  if (crc32(bytes) !== crc) return fail(`expected the checksum of '${name}' to agree, received another`);
  return bytes;
}
