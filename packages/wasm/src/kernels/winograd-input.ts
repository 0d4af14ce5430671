import type { Native } from '../native.js';
import type { ConvolutionPlan } from './convolution-plan.js';
import { ALL_ROWS, planTiles, planeBytes, TRANSFORM } from './winograd-plan.js';

/**
 * The gradient of a convolution's input by Winograd's algorithm, transposed: tiles of 4 x 4 of dy give tiles of 6 x 6 of dx,
 * which are added up where they overlap.
 *
 * @param dy address of [batch, outHeight, outWidth, outputs]; filter [3, 3, inputs, outputs]; dx [batch, inHeight, inWidth, inputs]
 * @returns whether all of dx is finite; if not, it is to be computed anew
 */
export function winogradInput(native: Native, dy: number, filter: number, dx: number, plan: ConvolutionPlan): boolean {
  const { module } = native;
  const { batch, inHeight, inWidth, inputs, outHeight, outWidth, outputs, top, left } = plan;
  const { high, wide, images, rows, tiles } = planTiles(plan);
  const [dyHeight, dyWidth, dxHeight, dxWidth] = [4 * high, 4 * wide, 4 * high + 2, 4 * wide + 2];
  const [dyLine, dxLine] = [4 * dyWidth * outputs, 4 * dxWidth * inputs];
  const [dyBytes, dxBytes] = [dyHeight * dyLine, dxHeight * dxLine];
  const [filterPlane, plane, outPlane] = [
    planeBytes(inputs, outputs),
    planeBytes(tiles, outputs),
    planeBytes(tiles, inputs),
  ];
  const spare = native.scratch(2048 + 36 * (filterPlane + plane + outPlane) + images * (dyBytes + dxBytes));
  const filters = spare + 2048;
  const spectra = filters + 36 * filterPlane;
  const products = spectra + 36 * plane;
  const paddedDy = products + 36 * outPlane;
  const paddedDx = paddedDy + images * dyBytes;
  // The filter, transposed, in panels of 8 inputs: [inputs / 8][outputs][8].
  module.packTaps(filter, spectra, 9, inputs, outputs);
  module.setTilesFrom(0, 0, 32, 288 * outputs, 96 * outputs, 32 * outputs);
  module.setTilesTo(0, 0, 32, 32 * outputs, 6 * filterPlane, filterPlane);
  module.transformTiles(TRANSFORM.filter, spectra, filters, 1, 1, outputs, inputs / 8, ALL_ROWS, ALL_ROWS, 0, spare);
  for (let first = 0; first < batch; first += images) {
    const count = Math.min(images, batch - first);
    const start = dy + 4 * first * outHeight * outWidth * outputs;
    const [below, beside] = [dyHeight - outHeight, dyWidth - outWidth];
    module.padImages(start, paddedDy, count, outHeight, outWidth, outputs, 0, below, 0, beside);
    module.clear(paddedDx, count * dxBytes);
    for (let row = 0; row < high; row += rows) {
      const some = Math.min(rows, high - row);
      const strip = some * wide;
      const [from, to] = [paddedDy + 4 * row * dyLine, paddedDx + 4 * row * dxLine];
      module.setTilesFrom(dyBytes, 4 * dyLine, 16 * outputs, 32, dyLine, 4 * outputs);
      module.setTilesTo(4 * outputs * strip, 4 * outputs * wide, 4 * outputs, 32, 6 * plane, plane);
      module.transformTiles(
        TRANSFORM.outputGradient,
        from,
        spectra,
        count,
        some,
        wide,
        outputs / 8,
        ALL_ROWS,
        ALL_ROWS,
        0,
        spare,
      );
      for (let p = 0; p < 36; p++) {
        const [a, b, c] = [spectra + p * plane, filters + p * filterPlane, products + p * outPlane];
        module.multiplyPacked(a, 4 * outputs, 4, b, c, 4 * inputs, count * strip, inputs, outputs, 0, spare);
      }
      module.setTilesFrom(4 * inputs * strip, 4 * inputs * wide, 4 * inputs, 32, 6 * outPlane, outPlane);
      module.setTilesTo(dxBytes, 4 * dxLine, 16 * inputs, 32, dxLine, 4 * inputs);
      module.transformTiles(
        TRANSFORM.inputGradient,
        products,
        to,
        count,
        some,
        wide,
        inputs / 8,
        ALL_ROWS,
        ALL_ROWS,
        1,
        spare,
      );
    }
    const out = dx + 4 * first * inHeight * inWidth * inputs;
    const [bottom, right] = [dxHeight - inHeight - top, dxWidth - inWidth - left];
    module.cropImages(paddedDx, out, count, inHeight, inWidth, inputs, top, bottom, left, right);
  }
  return module.finite(dx, batch * inHeight * inWidth * inputs) === 1;
}
