import { formatShape, formatValue } from '@sixstep/parts';
import { encode } from 'fast-png';
import type { ArrayData } from './array-data.js';
import { expectArray } from './expect-array.js';

/** What is shown as black and as white. */
export type Range = readonly [black: number, white: number];

/** Images of one size as PNG files in data URLs. */
export interface Images {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly url: (image: number) => string;
}

const isColor = (n: number | undefined): boolean => n === 1 || n === 3 || n === 4;

function dimensions(shape: readonly number[]): readonly number[] | undefined {
  if (shape.includes(0)) return undefined;
  if (shape.length === 2) return [1, ...shape, 1];
  if (shape.length === 3) return [...shape, 1];
  return shape.length === 4 && isColor(shape[3]) ? shape : undefined;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/**
 * Reads `images` as pixels.
 *
 * @param range by default [0, 255] for integers, [0, 1] for floats and what has a `scale`
 * @throws Error if the shape is of no images
 */
export function imagesOf(place: string, images: ArrayData, range?: Range): Images {
  const { data, shape, scale } = expectArray(place, 'images', images);
  const found = dimensions(shape);
  if (!found) {
    throw new Error(
      `${place}: expected images [samples, height, width] or [samples, height, width, channels], ` +
        `received shape ${formatShape(shape)}. Channels are 1, 3 or 4.`,
    );
  }
  const [count, height, width, channels] = found as [number, number, number, 1 | 3 | 4];
  const isFloat = scale !== undefined || data instanceof Float32Array || data instanceof Float64Array;
  const [black, white] = range ?? [0, isFloat ? 1 : 255];
  if (!Number.isFinite(white - black) || black === white) {
    throw new Error(`${place}: expected range to be two different numbers, received ${formatValue(range)}.`);
  }
  const size = height * width * channels;
  const byte = (value: number): number =>
    Math.min(255, Math.max(0, Math.round(((value - black) / (white - black)) * 255))) || 0;
  const url = (image: number): string => {
    const bytes = new Uint8Array(size);
    for (let i = 0; i < size; i++) bytes[i] = byte(data[image * size + i]! * (scale ?? 1));
    return `data:image/png;base64,${base64(encode({ width, height, data: bytes, channels, depth: 8 }))}`;
  };
  return { count, height, width, url };
}
