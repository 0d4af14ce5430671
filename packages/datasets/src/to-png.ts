import { expectInteger } from '@sixstep/parts';
import { encode } from 'fast-png';
import type { ArrayData } from './array-data.js';
import { drawText, letterHeight, letterWidth } from './font.js';
import { pixelsOf, type Range } from './pixels.js';

export interface ToPngOptions {
  /** Images in a row, by default as many as make the picture about square. */
  readonly columns?: number;
  /** What is written below each image; a line break starts another line, and what is not ASCII becomes `?`. */
  readonly labels?: ArrayLike<string | number>;
  /** How many pixels wide and high a pixel becomes, by default as many as make images about 56 pixels high. */
  readonly zoom?: number;
  /** Pixels between images, by default 4. */
  readonly gap?: number;
  /** What is shown as black and white, by default [0, 255] for integers, [0, 1] for floats and what has a `scale`. */
  readonly range?: Range;
}

/**
 * Images side by side as one picture in PNG format, on white, with labels.
 *
 * @param images shape [samples, height, width] or [samples, height, width, channels], or one image [height, width]
 * @returns the bytes of the file
 * @throws Error if these are no images, or there are more or fewer labels than images
 *
 * @example
 * await writeFile('digits.png', toPng(sliceRows(test.x, 0, 20), { columns: 5, labels: test.y.data.subarray(0, 20) }));
 */
export function toPng(images: ArrayData, { columns, labels, zoom, gap = 4, range }: ToPngOptions = {}): Uint8Array {
  const place = 'toPng';
  const { count, height, width, channels, at } = pixelsOf(place, images, false, range);
  const perRow = Math.min(count, expectInteger(place, 'columns', columns ?? Math.ceil(Math.sqrt(count))));
  const factor = expectInteger(place, 'zoom', zoom ?? Math.max(1, Math.round(56 / height)));
  expectInteger(place, 'gap', gap, { min: 0 });
  if (labels !== undefined && labels.length !== count) {
    throw new Error(`${place}: expected a label for each of ${count} images, received ${labels.length}.`);
  }
  const texts = Array.from(labels ?? [], (label) => String(label).split('\n'));
  const lines = texts.reduce((most, text) => Math.max(most, text.length), 0);
  const letters = texts.flat().reduce((most, line) => Math.max(most, Array.from(line).length), 0);
  const cellWidth = Math.max(width * factor, letters * letterWidth);
  const cellHeight = height * factor + (lines > 0 ? 3 : 0) + lines * letterHeight;
  const rows = Math.ceil(count / perRow);
  const fullWidth = gap + perRow * (cellWidth + gap);
  const fullHeight = gap + rows * (cellHeight + gap);
  const colors = channels < 3 ? 1 : 3;
  const data = new Uint8Array(fullWidth * fullHeight * colors).fill(255);
  for (let image = 0; image < count; image++) {
    const left = gap + (image % perRow) * (cellWidth + gap);
    const top = gap + Math.floor(image / perRow) * (cellHeight + gap);
    const margin = left + Math.floor((cellWidth - width * factor) / 2);
    for (let y = 0; y < height * factor; y++) {
      for (let x = 0; x < width * factor; x++) {
        const to = ((top + y) * fullWidth + margin + x) * colors;
        for (let c = 0; c < colors; c++) data[to + c] = at(image, Math.floor(y / factor), Math.floor(x / factor), c);
      }
    }
    texts[image]?.forEach((line, i) => {
      const start = left + Math.floor((cellWidth - Array.from(line).length * letterWidth + 1) / 2);
      const below = top + height * factor + 3 + i * letterHeight;
      drawText(line, (x, y) =>
        data.fill(
          0,
          ((below + y) * fullWidth + start + x) * colors,
          ((below + y) * fullWidth + start + x + 1) * colors,
        ),
      );
    });
  }
  return encode({ width: fullWidth, height: fullHeight, data, channels: colors, depth: 8 });
}
