import type { ArrayData } from './array-data.js';
import { pixelsOf } from './pixels.js';

/**
 * The numbers of an image as text, row by row, in columns. They are shown as they are stored, so 0 to 255 for MNIST.
 *
 * @param image shape [height, width], or [height, width, channels] with the channels side by side
 * @param options.decimals digits after the point, by default 0 if all numbers are integers, else 2
 * @throws Error if it is no image
 */
export function toMatrix(image: ArrayData, { decimals }: { decimals?: number } = {}): string {
  const { width, channels } = pixelsOf('toMatrix', image, true);
  const digits = decimals ?? (image.data.every((value) => Number.isInteger(value)) ? 0 : 2);
  const cells = Array.from(image.data, (value) => value.toFixed(digits));
  const widest = cells.reduce((most, cell) => Math.max(most, cell.length), 0);
  const perRow = width * channels;
  const rows = Array.from({ length: cells.length / perRow }, (_, row) => cells.slice(row * perRow, (row + 1) * perRow));
  return rows.map((row) => row.map((cell) => cell.padStart(widest)).join(' ')).join('\n');
}
