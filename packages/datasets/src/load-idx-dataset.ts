import { formatShape } from '@sixstep/parts';
import type { ArrayData } from './array-data.js';
import { loadFile, type IdxFile } from './load-file.js';
import type { LoadOptions } from './load-options.js';
import { parseIdx } from './parse-idx.js';

/** A data set of images and labels in four IDX files: where it is to be had and what is right. */
export interface IdxDataset {
  /** Its name, which is also its folder's, such as `mnist`. */
  readonly name: string;
  /** Addresses of folders that hold the files with `.gz` appended. Without any the files must lie at hand. */
  readonly mirrors?: readonly string[];
  readonly files: Readonly<Record<'train' | 'test', { readonly x: IdxFile; readonly y: IdxFile }>>;
}

/** Images of bytes, which count as divided by 255, and their labels. */
export interface LabeledImages {
  /** Shape [samples, height, width], scale 1 / 255. */
  readonly x: ArrayData<Uint8Array<ArrayBuffer>>;
  /** Shape [samples]. */
  readonly y: ArrayData<Uint8Array<ArrayBuffer>>;
}

export interface LoadedImages {
  readonly train: LabeledImages;
  readonly test: LabeledImages;
}

function parse(place: string, { name }: IdxFile, payload: Uint8Array): ArrayData {
  try {
    return parseIdx(payload);
  } catch (error) {
    throw new Error(`${place}: expected ${name} to be an IDX file. ${(error as Error).message}`, { cause: error });
  }
}

/**
 * Loads any data set that is packed like MNIST: bytes as images and labels, in IDX files, with gzip or without.
 *
 * A file is looked for in `dataDir`, in `$SIXSTEP_DATA_DIR/<name>`, in the cache and in `/usr/share/datasets/<name>`, then
 * fetched from the first mirror that gives it, and kept in the cache. Its size and SHA-256 are verified each time.
 *
 * @param place the function to name in messages
 * @throws Error if a file is faulty or not to be had; the reason of `options.signal` if that is aborted
 */
export async function loadIdxDataset(
  { name, mirrors = [], files }: IdxDataset,
  options: LoadOptions = {},
  place = 'loadIdxDataset',
): Promise<LoadedImages> {
  const failed = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, failed.signal]) : failed.signal;
  const load = async (file: IdxFile, labels: boolean): Promise<ArrayData<Uint8Array<ArrayBuffer>>> => {
    const request = {
      place,
      dataset: name,
      file,
      siblings: [files.train.x, files.train.y, files.test.x, files.test.y].map((sibling) => sibling.name),
      mirrors: options.mirrors ?? mirrors,
      options: { ...options, signal },
    };
    const payload = await loadFile(request);
    const { data, shape } = parse(place, file, payload) as ArrayData<Uint8Array<ArrayBuffer>>;
    if (data[Symbol.toStringTag] !== 'Uint8Array' || (labels ? shape.length !== 1 : shape.length < 2)) {
      const kind = labels ? 'labels, bytes of shape [samples]' : 'images, bytes of shape [samples, height, width]';
      throw new Error(
        `${place}: expected ${file.name} to hold ${kind}, received ${data[Symbol.toStringTag]} ${formatShape(shape)}.`,
      );
    }
    return labels ? { data, shape } : { data, shape, scale: 1 / 255 };
  };
  const { train, test } = files;
  const jobs = [load(train.x, false), load(train.y, true), load(test.x, false), load(test.y, true)] as const;
  // The first failure stops the others, and nothing goes on in the background after it is reported.
  for (const job of jobs) job.catch((error: unknown) => failed.abort(error));
  await Promise.allSettled(jobs);
  options.signal?.throwIfAborted();
  failed.signal.throwIfAborted();
  const [trainX, trainY, testX, testY] = await Promise.all(jobs);
  for (const [x, y, part] of [[trainX, trainY, train] as const, [testX, testY, test] as const]) {
    if (x.shape[0] !== y.shape[0]) {
      throw new Error(
        `${place}: expected ${part.y.name} to have as many labels as ${part.x.name} has images, ${x.shape[0]}, received ${y.shape[0]}.`,
      );
    }
  }
  return { train: { x: trainX, y: trainY }, test: { x: testX, y: testY } };
}
