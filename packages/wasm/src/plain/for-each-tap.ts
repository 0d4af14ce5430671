import type { ConvolutionPlan } from '../kernels/convolution-plan.js';

/**
 * Visits every pair of an output pixel and an input pixel that a tap of the filter connects, the border left out.
 *
 * @param visit gets the numbers of the input pixel, of the output pixel and of the tap
 */
export function forEachTap(plan: ConvolutionPlan, visit: (input: number, output: number, tap: number) => void): void {
  const { inHeight, inWidth, outHeight, outWidth } = plan;
  for (let output = 0; output < plan.batch * outHeight * outWidth; output++) {
    const column = output % outWidth;
    const row = Math.floor(output / outWidth) % outHeight;
    const image = Math.floor(output / (outWidth * outHeight));
    for (let tap = 0; tap < plan.filterHeight * plan.filterWidth; tap++) {
      const y = row * plan.strideHeight - plan.top + Math.floor(tap / plan.filterWidth) * plan.dilationHeight;
      const x = column * plan.strideWidth - plan.left + (tap % plan.filterWidth) * plan.dilationWidth;
      if (y >= 0 && y < inHeight && x >= 0 && x < inWidth) visit((image * inHeight + y) * inWidth + x, output, tap);
    }
  }
}
