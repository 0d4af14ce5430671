import type { Native } from '../native.js';
import type { ConvolutionPlan } from './convolution-plan.js';
import { ALL_ROWS, planTiles, planeBytes, TRANSFORM } from './winograd-plan.js';

/** Parts whose sums are transformed at once. */
const PARTS = 4;

/**
 * The gradient of a filter of 3 x 3 by Winograd's algorithm (see assembly/winograd.ts).
 *
 * @param x [batch, inHeight, inWidth, inputs]
 * @param dy [batch, outHeight, outWidth, outputs]
 * @param dFilter [3, 3, inputs, outputs]
 * @returns whether all of it is finite; if not, it is to be computed anew
 */
export function winogradFilter(native: Native, x: number, dy: number, dFilter: number, plan: ConvolutionPlan): boolean {
  const { module } = native;
  const { batch, inHeight, inWidth, inputs, outHeight, outWidth, outputs, top, left } = plan;
  const { high, wide, images, rows, tiles } = planTiles(plan);
  const [xHeight, xLine] = [4 * high + 2, 4 * (4 * wide + 2) * inputs];
  const [dyHeight, dyLine] = [4 * high, 16 * wide * outputs];
  const [xPlane, dyPlane, plane] = [planeBytes(tiles, inputs), planeBytes(tiles, outputs), planeBytes(inputs, outputs)];
  const spare = native.scratch(2048 + 36 * (xPlane + dyPlane + plane) + images * (xHeight * xLine + dyHeight * dyLine));
  const spectra = spare + 2048;
  const gradients = spectra + 36 * xPlane;
  const products = gradients + 36 * dyPlane;
  const images6 = products + 36 * plane;
  const images4 = images6 + images * xHeight * xLine;
  // Several parts are added up before their sums are transformed; not all, for long sums lose accuracy.
  let parts = 0;
  let more = 0;
  for (let first = 0; first < batch; first += images) {
    const count = Math.min(images, batch - first);
    const [bottom, right] = [xHeight - inHeight - top, 4 * wide + 2 - inWidth - left];
    const [below, beside] = [dyHeight - outHeight, 4 * wide - outWidth];
    const [xStart, dyStart] = [
      x + 4 * first * inHeight * inWidth * inputs,
      dy + 4 * first * outHeight * outWidth * outputs,
    ];
    module.padImages(xStart, images6, count, inHeight, inWidth, inputs, top, bottom, left, right);
    module.padImages(dyStart, images4, count, outHeight, outWidth, outputs, 0, below, 0, beside);
    for (let row = 0; row < high; row += rows) {
      const some = Math.min(rows, high - row);
      const strip = some * wide;
      module.setTilesFrom(xHeight * xLine, 4 * xLine, 16 * inputs, 32, xLine, 4 * inputs);
      module.setTilesTo(4 * inputs * strip, 4 * inputs * wide, 4 * inputs, 32, 6 * xPlane, xPlane);
      module.transformTiles(
        TRANSFORM.input,
        images6 + 4 * row * xLine,
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
      // Packed: [outputs / 8][tiles][8].
      module.setTilesFrom(dyHeight * dyLine, 4 * dyLine, 16 * outputs, 32, dyLine, 4 * outputs);
      module.setTilesTo(32 * strip, 32 * wide, 32, 32 * count * strip, 6 * dyPlane, dyPlane);
      module.transformTiles(
        TRANSFORM.outputGradient,
        images4 + 4 * row * dyLine,
        gradients,
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
        const [a, b, c] = [spectra + p * xPlane, gradients + p * dyPlane, products + p * plane];
        module.multiplyPacked(
          a,
          4,
          4 * inputs,
          b,
          c,
          4 * outputs,
          inputs,
          outputs,
          count * strip,
          parts > 0 ? 1 : 0,
          spare,
        );
      }
      const last = first + count === batch && row + some === high;
      parts = last ? PARTS : parts + 1;
      if (parts < PARTS) continue;
      parts = 0;
      module.setTilesFrom(0, 0, 4 * outputs, 32, 6 * plane, plane);
      module.setTilesTo(0, 0, 4 * outputs, 32, 12 * inputs * outputs, 4 * inputs * outputs);
      module.transformTiles(
        TRANSFORM.filterGradient,
        products,
        dFilter,
        1,
        1,
        inputs,
        outputs / 8,
        ALL_ROWS,
        ALL_ROWS,
        more,
        spare,
      );
      more = 1;
    }
  }
  return module.finite(dFilter, 9 * inputs * outputs) === 1;
}
