/** How far a download is. */
export interface Progress {
  /** The data set, such as `mnist`. */
  readonly dataset: string;
  /** The file, such as `train-images-idx3-ubyte`. */
  readonly file: string;
  readonly url: string;
  /** Bytes received so far. */
  readonly loaded: number;
  /** Bytes in all, if the server says so. */
  readonly total: number | undefined;
}

/** Where `loadMnist` and its like look, and what they report. */
export interface LoadOptions {
  /** A folder with the files, or with a folder of the data set's name that has them. Node only. */
  readonly dataDir?: string;
  /** Where downloads are kept, by default `$XDG_CACHE_HOME/sixstep` or `~/.cache/sixstep`. Node only. */
  readonly cacheDir?: string;
  /** Addresses of folders that hold the files with `.gz` appended, tried in this order; by default the official ones. */
  readonly mirrors?: readonly string[];
  /** Called as bytes arrive. */
  readonly onProgress?: (progress: Progress) => void;
  /** Called when something is amiss that does no harm, such as a cache that cannot be written; by default `console.warn`. */
  readonly onWarning?: (message: string) => void;
  /** Stops loading. */
  readonly signal?: AbortSignal;
  /** After how many milliseconds without a byte a mirror counts as down, by default 30000. */
  readonly timeout?: number;
}
