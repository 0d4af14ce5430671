import { platform } from '#platform';
import { expectOneOf } from '@sixstep/parts';
import type { ArrayData } from './array-data.js';
import { pixelsOf, type Pixels, type Range } from './pixels.js';
import { luma } from './to-channels.js';

const ramp = ' .:-=+*#%@';

type Color = readonly [red: number, green: number, blue: number];

function colorAt({ at, channels, height }: Pixels, row: number, column: number): Color {
  if (row >= height) return [0, 0, 0];
  const red = at(0, row, column, 0);
  return channels < 3 ? [red, red, red] : [red, at(0, row, column, 1), at(0, row, column, 2)];
}

/** The control sequence for a color: one of 16 million, or of the 24 greys and 216 colors of the table of 256. */
function paint(layer: 38 | 48, [red, green, blue]: Color, depth: number): string {
  if (depth >= 24) return `${layer};2;${red};${green};${blue}`;
  if (red === green && green === blue) return `${layer};5;${232 + Math.round((red / 255) * 23)}`;
  const [r, g, b] = [red, green, blue].map((value) => Math.round((value / 255) * 5)) as [number, number, number];
  return `${layer};5;${16 + 36 * r + 6 * g + b}`;
}

function halfBlocks(pixels: Pixels, depth: number): string {
  const lines: string[] = [];
  for (let row = 0; row < pixels.height; row += 2) {
    let line = '';
    let last = '';
    for (let column = 0; column < pixels.width; column++) {
      const top = paint(38, colorAt(pixels, row, column), depth);
      const bottom = paint(48, colorAt(pixels, row + 1, column), depth);
      const next = `${top};${bottom}`;
      line += next === last ? '▀' : `\u001b[${next}m▀`;
      last = next;
    }
    lines.push(`${line}\u001b[0m`);
  }
  return lines.join('\n');
}

function greyRamp(pixels: Pixels): string {
  const row = (y: number): string =>
    Array.from({ length: pixels.width }, (_, x) => {
      const letter = ramp[Math.min(ramp.length - 1, Math.floor((luma(...colorAt(pixels, y, x)) / 256) * ramp.length))]!;
      return letter + letter;
    }).join('');
  return Array.from({ length: pixels.height }, (_, y) => row(y).trimEnd()).join('\n');
}

export interface ToAsciiOptions {
  /**
   * `'ramp'`: ten letters from blank to `@`, two for each pixel, since letters are twice as high as wide; `'halfBlocks'`:
   * two pixels in one block with colors; `'auto'`, the default: blocks on a terminal with at least 256 colors, else letters.
   */
  readonly style?: 'auto' | 'ramp' | 'halfBlocks';
  /** How many bits of color the blocks have, by default what the terminal has, else 24. */
  readonly colorDepth?: 8 | 24;
  /** What is shown as black and white, by default [0, 255] for integers, [0, 1] for floats and what has a `scale`. */
  readonly range?: Range;
}

/**
 * An image as text for the terminal. White on black, as on a dark terminal.
 *
 * @param image shape [height, width] or [height, width, channels], or one sample of many as `sliceRows` gives it
 * @throws Error if it is no image
 *
 * @example
 * console.log(toAscii(sliceRows(train.x, 0, 1)));
 */
export function toAscii(image: ArrayData, { style = 'auto', colorDepth, range }: ToAsciiOptions = {}): string {
  expectOneOf('toAscii', 'style', style, ['auto', 'ramp', 'halfBlocks']);
  const pixels = pixelsOf('toAscii', image, true, range);
  const depth = platform.colorDepth();
  if (style === 'ramp' || (style === 'auto' && depth < 8)) return greyRamp(pixels);
  return halfBlocks(pixels, colorDepth ?? (depth < 8 ? 24 : depth));
}
