import type { LoadedImages, LoadOptions } from '@sixstep/datasets';

/** Images that a program of this kind learns to tell apart. */
export interface ImageTask {
  /** What the program is called on the command line. */
  readonly name: string;
  /** What the data set is called. */
  readonly title: string;
  /** What the program does, for `--help`. */
  readonly description: string;
  readonly load: (options: LoadOptions) => Promise<ImageData>;
}

/** Images, and the names of their classes. */
export interface ImageData extends LoadedImages {
  readonly classNames: readonly string[];
  readonly classNamesZh?: readonly string[];
}
