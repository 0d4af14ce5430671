import { expectOneOf } from '@sixstep/parts';

/** What each pixel has: one grey value; red, green, blue; or these and opacity. */
export type ColorMode = 'grayscale' | 'rgb' | 'rgba';

/** The brightness of a color, ITU-R 601 in integers as in Pillow, which Keras uses. */
export function luma(red: number, green: number, blue: number): number {
  return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
}

/**
 * Pixels in another color mode. Opacity is dropped, or 255 where there was none.
 *
 * @param bytes pixel after pixel
 * @param channels how many bytes a pixel has: 1 grey, 2 grey and opacity, 3 color, 4 color and opacity
 */
export function toChannels(place: string, bytes: Uint8Array, channels: number, colorMode: ColorMode): Uint8Array {
  expectOneOf(place, 'colorMode', colorMode, ['grayscale', 'rgb', 'rgba']);
  const wanted = { grayscale: 1, rgb: 3, rgba: 4 }[colorMode];
  if (wanted === channels) return bytes;
  const pixels = bytes.length / channels;
  const result = new Uint8Array(pixels * wanted);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const from = pixel * channels;
    const to = pixel * wanted;
    const red = bytes[from]!;
    const [green, blue] = channels < 3 ? [red, red] : [bytes[from + 1]!, bytes[from + 2]!];
    if (wanted === 1) result[to] = channels < 3 ? red : luma(red, green, blue);
    else result.set([red, green, blue], to);
    if (wanted === 4) result[to + 3] = channels === 2 ? bytes[from + 1]! : 255;
  }
  return result;
}
