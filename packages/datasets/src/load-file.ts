import { platform } from '#platform';
import { download } from './download.js';
import type { LoadOptions } from './load-options.js';
import type { Bytes } from './platform.js';
import { largestPacked, unpack, type Announced } from './unpack.js';

/** A file of a data set. */
export interface IdxFile extends Announced {
  /** Its name without `.gz`, such as `train-images-idx3-ubyte`. */
  readonly name: string;
}

/** What is loaded, for whom. */
export interface FileRequest {
  /** The function that the user called, for messages. */
  readonly place: string;
  /** The data set's name, which is also its folder's. */
  readonly dataset: string;
  readonly file: IdxFile;
  /** All files of the data set, for the message that says what to put where. */
  readonly siblings: readonly string[];
  readonly mirrors: readonly string[];
  readonly options: LoadOptions;
}

const messageOf = (error: unknown): string => (error as Error | undefined)?.message ?? String(error);

async function fromShelves(
  { place, dataset, file, options }: FileRequest,
  warn: (text: string) => void,
): Promise<Bytes | undefined> {
  const shelves = await platform.shelves(dataset, options).catch((error: unknown) => {
    throw new Error(`${place}: ${messageOf(error)}`, { cause: error });
  });
  for (const shelf of shelves) {
    options.signal?.throwIfAborted();
    let where = file.name;
    try {
      const found = await shelf.read(file.name, largestPacked(file));
      if (found === undefined) continue;
      where = found.where;
      return await unpack(found.bytes, file);
    } catch (error) {
      where = (error as { where?: string }).where ?? where;
      const text = `${place}: expected ${where} to be a sound ${file.name}, but ${messageOf(error)}.`;
      if (shelf.onFault === 'throw') throw new Error(`${text} Replace the file or take it away.`, { cause: error });
      if (shelf.onFault === 'putAside') {
        const aside = await shelf
          .putAside({ where })
          .catch((failure: unknown) => `It could not be put aside (${messageOf(failure)}).`);
        warn(`${text} ${aside} The file is fetched again.`);
      } else warn(`${text} It is passed over.`);
    }
  }
  return undefined;
}

async function fromMirror(url: string, request: FileRequest, warn: (text: string) => void): Promise<Bytes> {
  const { place, dataset, file, options } = request;
  const packed = await download(url, {
    limit: largestPacked(file),
    timeout: options.timeout ?? 30_000,
    signal: options.signal,
    onBytes: (loaded, total) => options.onProgress?.({ dataset, file: file.name, url, loaded, total }),
  });
  const payload = await unpack(packed, file);
  options.signal?.throwIfAborted();
  // A server may have undone the gzip on the way.
  const name = packed === payload ? file.name : `${file.name}.gz`;
  await platform.keep(dataset, name, packed, options).catch((error: unknown) => {
    warn(
      `${place}: ${name} could not be kept in the cache (${messageOf(error)}). It is used, and will be fetched again next time.`,
    );
  });
  return payload;
}

/**
 * The verified payload of a file: from the user's folders, the cache, the system, else from the first mirror that gives it.
 *
 * @throws Error if a file that the user pointed to is faulty, or no mirror gives it; the reason of `signal` if aborted
 */
export async function loadFile(request: FileRequest): Promise<Bytes> {
  const { place, dataset, file, siblings, mirrors, options } = request;

  const warn = options.onWarning ?? ((text: string): void => console.warn(text));
  const lying = await fromShelves(request, warn);
  if (lying) return lying;
  const failures: string[] = [];
  for (const mirror of mirrors) {
    const url = `${mirror.replace(/\/+$/, '')}/${file.name}.gz`;
    try {
      return await fromMirror(url, request, warn);
    } catch (error) {
      options.signal?.throwIfAborted();
      failures.push(`  ${url}: ${messageOf(error)}`);
    }
  }
  const names = siblings.map((name) => `${name}.gz`);
  throw new Error(
    `${place}: expected to find ${file.name}.gz or to fetch it, but ` +
      (failures.length > 0
        ? `no mirror gave it:\n${failures.join('\n')}\n`
        : 'it is nowhere and there is no mirror. ') +
      `To work offline, put ${names.slice(0, -1).join(', ')} and ${names.at(-1)} ${platform.advice(dataset, options)}.`,
  );
}
