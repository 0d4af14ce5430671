import { formatValue } from '@sixstep/parts';
import { convertIndexedToRgb, decode, type DecodedPng } from 'fast-png';
import type { ArrayData } from './array-data.js';
import { toChannels, type ColorMode } from './to-channels.js';

/** One byte a value: numbers of 1, 2 and 4 bits are unpacked and stretched, those of 16 bits rounded. */
function toBytes({ data, depth, width, height, channels }: DecodedPng): Uint8Array {
  if (depth === 8) return new Uint8Array(data.buffer, data.byteOffset, data.length);
  if (depth === 16) return Uint8Array.from(data, (value) => Math.round(value / 257));
  const perRow = width * channels;
  const bytesPerRow = Math.ceil((perRow * depth) / 8);
  const most = 2 ** depth - 1;
  return Uint8Array.from({ length: perRow * height }, (_, i) => {
    const bit = (i % perRow) * depth;
    const byte = data[Math.floor(i / perRow) * bytesPerRow + (bit >> 3)]!;
    return (((byte >> (8 - depth - (bit & 7))) & most) * 255) / most;
  });
}

/**
 * The image in a PNG file as bytes, whatever the file's color type and bit depth.
 *
 * @param file the whole file
 * @param options.colorMode `'grayscale'`, `'rgb'` (the default) or `'rgba'`, as Keras' `color_mode`
 * @param options.place what to name in messages
 * @returns shape [height, width, channels]
 * @throws Error if it is no sound PNG
 */
export function readPng(
  file: Uint8Array,
  { colorMode = 'rgb', place = 'readPng' }: { colorMode?: ColorMode; place?: string } = {},
): ArrayData<Uint8Array> {
  if (!ArrayBuffer.isView(file))
    throw new Error(`${place}: expected the bytes of a PNG file, received ${formatValue(file)}.`);
  let image: DecodedPng;
  try {
    image = decode(file, { checkCrc: true });
  } catch (error) {
    throw new Error(`${place}: expected a sound PNG file. ${(error as Error).message}.`, { cause: error });
  }
  const { width, height, palette } = image;
  const bytes = palette ? convertIndexedToRgb(image) : toBytes(image);
  return {
    data: toChannels(place, bytes, bytes.length / (width * height), colorMode),
    shape: [height, width, channelsOf(colorMode)],
  };
}

const channelsOf = (colorMode: ColorMode): number => ({ grayscale: 1, rgb: 3, rgba: 4 })[colorMode];
