import { formatShape } from '@sixstep/parts';
import type { ArrayData } from './array-data.js';
import { expectArray } from './expect-array.js';

/** Images of one size, ready to be shown. */
export interface Pixels {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** A value from 0 to 255, rounded. */
  readonly at: (image: number, row: number, column: number, channel: number) => number;
}

/** What is shown as black and as white. By default 0 and 255 for integers, 0 and 1 for floats and what has a `scale`. */
export type Range = readonly [black: number, white: number];

function dimensions(shape: readonly number[], single: boolean): [number, number, number, number] | undefined {
  const isColor = (n: number | undefined): boolean => n === 1 || n === 3 || n === 4;
  const [a, b, c, d] = shape as [number, number, number, number];
  if (shape.length === 2) return [1, a, b, 1];
  if (shape.length === 4 && isColor(d) && (!single || a === 1)) return [a, b, c, d];
  if (shape.length !== 3) return undefined;
  if (!single || (a === 1 && !isColor(c))) return [a, b, c, 1];
  return isColor(c) ? [1, a, b, c] : undefined;
}

/**
 * Reads `images` as pixels.
 *
 * @param single whether it must be one image, [height, width] or [height, width, channels], else [samples, height, width]
 *   or [samples, height, width, channels]
 * @throws Error if the shape is of no image
 */
export function pixelsOf(place: string, images: ArrayData, single: boolean, range?: Range): Pixels {
  const { data, shape, scale } = expectArray(place, single ? 'image' : 'images', images);
  const found = dimensions(shape, single);
  if (!found || shape.includes(0)) {
    const [kind, hint] = single
      ? ['an image [height, width] or [height, width, channels]', 'Cut one out of many by sliceRows(images, i, i + 1).']
      : ['images [samples, height, width] or [samples, height, width, channels]', 'Channels are 1, 3 or 4.'];
    throw new Error(`${place}: expected ${kind}, received shape ${formatShape(shape)}. ${hint}`);
  }
  const [count, height, width, channels] = found;
  const isFloat = scale !== undefined || /^Float/.test(data[Symbol.toStringTag]);
  const [black, white] = range ?? [0, isFloat ? 1 : 255];
  if (black === white)
    throw new Error(`${place}: expected range to be two different numbers, received [${black}, ${white}].`);
  const at = (image: number, row: number, column: number, channel: number): number => {
    const value = data[((image * height + row) * width + column) * channels + channel]! * (scale ?? 1);
    return Math.min(255, Math.max(0, Math.round(((value - black) / (white - black)) * 255))) || 0;
  };
  return { count, height, width, channels, at };
}
