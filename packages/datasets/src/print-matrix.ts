import type { ArrayData } from './array-data.js';
import { toMatrix } from './to-matrix.js';

/**
 * Prints the numbers of an image, row by row: what a network sees. The text alone is given by `toMatrix`.
 *
 * @param image shape [height, width], or [height, width, channels]
 * @param options.decimals digits after the point
 * @param options.print where the text goes, by default `console.log`
 * @throws Error if it is no image
 */
export function printMatrix(
  image: ArrayData,

  { print = console.log, ...options }: { decimals?: number; print?: (text: string) => void } = {},
): void {
  print(toMatrix(image, options));
}
