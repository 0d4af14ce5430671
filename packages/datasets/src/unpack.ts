import { platform } from '#platform';
import type { Bytes } from './platform.js';

/** What a file must be once decompressed. Without `bytes` and `sha256` it is taken as it is. */
export interface Announced {
  /** The exact size in bytes. */
  readonly bytes?: number;
  /** SHA-256 in hexadecimal. */
  readonly sha256?: string;
}

/** No array may be larger, be it announced or not. */
const LARGEST = 2 ** 31 - 1;

/** How large a file can be before it is decompressed: gzip adds a few bytes to what it cannot compress. */
export function largestPacked({ bytes = LARGEST }: Announced): number {
  return bytes + Math.ceil(bytes / 1000) + 1024;
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function inflate(packed: Bytes, bytes: number | undefined): Promise<Bytes> {
  // What the last four bytes announce, modulo 2^32, unless something is appended.
  const announced =
    packed.length < 18 ? -1 : new DataView(packed.buffer, packed.byteOffset + packed.length - 4).getUint32(0, true);
  const limit = bytes ?? Math.min(Math.max(announced, 0), LARGEST);
  const payload = new Uint8Array(limit);
  let at = 0;
  const chunks = platform.inflate(packed);
  try {
    for await (const chunk of chunks) {
      if (at + chunk.length > limit)
        throw new RangeError(`it decompresses to more than the ${limit} bytes that it should have`);
      payload.set(chunk, at);
      at += chunk.length;
    }
  } catch (error) {
    if (error instanceof RangeError) throw error;
    // Newer Nodes say why in the cause alone.
    const { message, cause } = error as Error;
    const reason = message || (cause instanceof Error && cause.message) || 'damaged or cut off';
    throw new Error(`it is not whole gzip data (${reason})`, { cause: error });
  }
  if (at === limit && announced !== at) throw new Error('bytes are left over after the gzip data');
  return payload.subarray(0, at);
}

/**
 * The payload of `packed`, decompressed if it is gzip, and verified.
 *
 * @throws Error that says what is wrong, without a place: cut off, too long, another size, another SHA-256
 */
export async function unpack(packed: Bytes, { bytes, sha256 }: Announced): Promise<Bytes> {
  if (packed.length === 0) throw new Error('it is empty');
  const payload = isGzip(packed) ? await inflate(packed, bytes) : packed;
  const seems = payload[0] === 0x3c ? ', which look like HTML' : isGzip(payload) ? ', which are gzip again' : '';
  if (bytes !== undefined && payload.length !== bytes) {
    throw new Error(`it has ${payload.length} bytes${seems}, where ${bytes} are right`);
  }
  if (sha256 === undefined) return payload;
  const digest = await platform.sha256(payload);
  if (digest !== sha256)
    throw new Error(`its SHA-256 is ${digest}${seems && ` of bytes${seems.slice(1)}`}, where ${sha256} is right`);
  return payload;
}
