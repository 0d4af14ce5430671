import type { Native } from '../native.js';
import type { ConvolutionPlan } from './convolution-plan.js';

/** Images are padded and written out in parts of about so many bytes, which stay in the cache. */
const PART = 1 << 18;

/** Shorter runs than this are written out window by window; longer ones are read where they are. */
const SHORT_RUN = 8;

/** How a convolution reads its windows: part by part, in a border of zeros or written out where need be. */
export interface Windows {
  /** Floats of a window. */
  readonly size: number;
  /** Bytes of scratch that `read` needs. */
  readonly bytes: number;
  /** Prepares the images from `first` on and returns the address of their windows, with the geometry set. */
  read(native: Native, x: number, first: number, count: number, scratch: number): number;
  /** Images a part. */
  readonly part: number;
  /** Whether windows are written out, one after the other. */
  readonly written: boolean;
}

/** Plans the reading of windows. */
export function planWindows(plan: ConvolutionPlan): Windows {
  const { inHeight, inWidth, inputs, outHeight, outWidth, filterHeight, filterWidth, padded } = plan;
  const size = filterHeight * filterWidth * inputs;
  const run = plan.dilationWidth === 1 ? filterWidth * inputs : inputs;
  const writeOut = run < SHORT_RUN && filterHeight * filterWidth > 1;
  const image = inHeight * inWidth * inputs;
  const paddedImage = padded ? plan.paddedImage : 0;
  const writtenImage = writeOut ? outHeight * outWidth * size : 0;
  const part = Math.max(1, Math.min(plan.batch, Math.floor(PART / (4 * (paddedImage + writtenImage) + 1))));
  return {
    size,
    written: writeOut,
    part: padded || writeOut ? part : plan.batch,
    bytes: padded || writeOut ? 4 * part * (paddedImage + writtenImage) + 32 : 0,
    read(native, x, first, count, scratch) {
      const { module } = native;
      let from = x + 4 * first * image;
      if (padded) {
        const { top, bottom, left, right } = plan;
        module.padImages(from, scratch, count, inHeight, inWidth, inputs, top, bottom, left, right);
        from = scratch;
      }
      if (!writeOut) {
        setPixels(native, plan);
        const line = plan.dilationHeight * plan.paddedLine;
        if (plan.dilationWidth === 1) module.setWindow(filterHeight, line, 1, 0, run);
        else module.setWindow(filterHeight, line, filterWidth, plan.dilationWidth * inputs, inputs);
        return from;
      }
      const to = scratch + 4 * count * paddedImage;
      module.unfold(
        from,
        to,
        count,
        outHeight,
        outWidth,
        plan.strideWidth * inputs,
        plan.strideHeight * plan.paddedLine,
        plan.paddedImage,
        filterHeight,
        plan.dilationHeight * plan.paddedLine,
        size / (filterHeight * run),
        plan.dilationWidth * inputs,
        run,
      );
      const pixels = outHeight * outWidth;
      module.setPixels(1, pixels, size, 0, pixels * size, plan.outputs, 0, pixels * plan.outputs);
      module.setWindow(1, 0, 1, 0, size);
      return to;
    },
  };
}

/** Sets where windows and outputs are in (padded) images; turned for the gradient of the input, which reads outputs. */
export function setPixels({ module }: Native, plan: ConvolutionPlan, turned = false): void {
  const { inputs, outputs, outHeight, outWidth } = plan;
  const windows = [plan.strideWidth * inputs, plan.strideHeight * plan.paddedLine, plan.paddedImage] as const;
  const pixels = [outputs, outWidth * outputs, outHeight * outWidth * outputs] as const;
  if (turned) module.setPixels(outHeight, outWidth, ...pixels, ...windows);
  else module.setPixels(outHeight, outWidth, ...windows, ...pixels);
}

/** Sets every tap of the filter as a run of its own. */
export function setTaps({ module }: Native, plan: ConvolutionPlan): void {
  const { filterHeight, filterWidth, dilationHeight, dilationWidth, inputs, paddedLine } = plan;
  module.setWindow(filterHeight, dilationHeight * paddedLine, filterWidth, dilationWidth * inputs, inputs);
}
