import type { Native } from '../native.js';
import type { ConvolutionPlan } from './convolution-plan.js';
import { ALL_ROWS, planTiles, planeBytes, TRANSFORM } from './winograd-plan.js';

/**
 * A convolution by Winograd's algorithm (see assembly/winograd.ts).
 *
 * @param x address of [batch, inHeight, inWidth, inputs]; filter [3, 3, inputs, outputs]; y [batch, outHeight, outWidth, outputs]
 * @param finish adds the bias and activates: called with some outputs' address and their number of pixels
 * @returns whether all sums are finite; if not, y is to be computed anew: NaN and infinities spread over whole tiles here
 */
export function winogradConvolve(
  native: Native,
  x: number,
  filter: number,
  y: number,
  plan: ConvolutionPlan,
  finish: (at: number, pixels: number) => void,
): boolean {
  const { module } = native;
  const { batch, inHeight, inWidth, inputs, outHeight, outWidth, outputs, top, left } = plan;
  const { high, wide, images, rows, tiles } = planTiles(plan);
  const [paddedHeight, paddedWidth] = [4 * high + 2, 4 * wide + 2];
  const [line, outLine] = [4 * paddedWidth * inputs, 4 * outWidth * outputs];
  const [filterPlane, plane, outPlane] = [
    planeBytes(inputs, outputs),
    planeBytes(tiles, inputs),
    planeBytes(tiles, outputs),
  ];
  const spare = native.scratch(2048 + 36 * (filterPlane + plane + outPlane) + images * paddedHeight * line);
  const filters = spare + 2048;
  const spectra = filters + 36 * filterPlane;
  const products = spectra + 36 * plane;
  const padded = products + 36 * outPlane;
  // The filter in panels of 8 outputs: [outputs / 8][inputs][8].
  module.setTilesFrom(0, 0, 4 * outputs, 32, 12 * inputs * outputs, 4 * inputs * outputs);
  module.setTilesTo(0, 0, 32, 32 * inputs, 6 * filterPlane, filterPlane);
  module.transformTiles(TRANSFORM.filter, filter, filters, 1, 1, inputs, outputs / 8, ALL_ROWS, ALL_ROWS, 0, spare);
  for (let first = 0; first < batch; first += images) {
    const count = Math.min(images, batch - first);
    const [bottom, right] = [paddedHeight - inHeight - top, paddedWidth - inWidth - left];
    const start = x + 4 * first * inHeight * inWidth * inputs;
    module.padImages(start, padded, count, inHeight, inWidth, inputs, top, bottom, left, right);
    for (let row = 0; row < high; row += rows) {
      const some = Math.min(rows, high - row);
      const strip = some * wide;
      const from = padded + 4 * row * line;
      module.setTilesFrom(paddedHeight * line, 4 * line, 16 * inputs, 32, line, 4 * inputs);
      module.setTilesTo(4 * inputs * strip, 4 * inputs * wide, 4 * inputs, 32, 6 * plane, plane);
      module.transformTiles(
        TRANSFORM.input,
        from,
        spectra,
        count,
        some,
        wide,
        inputs / 8,
        ALL_ROWS,
        ALL_ROWS,
        0,
        spare,
      );
      for (let p = 0; p < 36; p++) {
        const [a, b, c] = [spectra + p * plane, filters + p * filterPlane, products + p * outPlane];
        module.multiplyPacked(a, 4 * inputs, 4, b, c, 4 * outputs, count * strip, outputs, inputs, 0, spare);
      }
      const left = outHeight - 4 * row;
      const out = y + first * outHeight * outLine + 4 * row * outLine;
      module.setTilesFrom(4 * outputs * strip, 4 * outputs * wide, 4 * outputs, 32, 6 * outPlane, outPlane);
      module.setTilesTo(outHeight * outLine, 4 * outLine, 16 * outputs, 32, outLine, 4 * outputs);
      module.transformTiles(TRANSFORM.output, products, out, count, some, wide, outputs / 8, left, outWidth, 0, spare);
      const pixels = (count > 1 ? count * outHeight : Math.min(4 * some, left)) * outWidth;
      if (module.finite(out, pixels * outputs) === 0) return false;
      finish(out, pixels);
    }
  }
  return true;
}
