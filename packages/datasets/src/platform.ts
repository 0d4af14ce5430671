import type { LoadOptions } from './load-options.js';

/** Plain bytes with memory of their own. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A file that was found. */
export interface Found {
  /** Its path or address, for messages. */
  readonly where: string;
  readonly bytes: Bytes;
}

/** A place where files may lie. */
export interface Shelf {
  /**
   * What is done with a faulty file: one that the user pointed to is an error, one of the cache is put aside and fetched
   * again, one of the system is passed over.
   */
  readonly onFault: 'throw' | 'putAside' | 'skip';
  /** The file, compressed or not, if it is there and has at most `limit` bytes. */
  read(name: string, limit: number): Promise<Found | undefined>;
  /** Takes a faulty file out of the way; tells what was done with it, as a sentence. */
  putAside(found: { readonly where: string }): Promise<string>;
}

/** What differs between Node and browsers. */
export interface Platform {
  /** Where the files of the data set `name` may lie, in the order of looking. */
  shelves(name: string, options: LoadOptions): Promise<readonly Shelf[]>;
  /** Puts a file into the cache, whole or not at all. */
  keep(name: string, file: string, bytes: Bytes, options: LoadOptions): Promise<void>;
  /** The chunks of decompressed gzip data. */
  inflate(packed: Bytes): AsyncIterable<Uint8Array>;
  /** SHA-256 in hexadecimal. */
  sha256(bytes: Bytes): Promise<string>;
  /** Where the user may put files by hand, as the end of a sentence. */
  advice(name: string, options: LoadOptions): string;
  /** All files below a folder whose names end so, by path relative to it, sorted. */
  readFolder(folder: string, ending: string): Promise<ReadonlyArray<{ path: string; bytes: Bytes }>>;
  /** How many bits of color the terminal has: 1, 4, 8 or 24. */
  colorDepth(): number;
}
