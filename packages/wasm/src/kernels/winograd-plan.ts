import type { ConvolutionPlan } from './convolution-plan.js';

/** Tiles and their products stay in the cache: about so many bytes of them at a time. */
const PART = 1 << 19;

/** Fewer channels do not pay; the sums of more would lose accuracy. */
const [FEWEST, MOST] = [16, 256];

/** The transforms by their numbers in assembly/winograd.ts. */
export const TRANSFORM = {
  input: 0,
  filter: 1,
  outputGradient: 2,
  inputGradient: 3,
  output: 4,
  filterGradient: 5,
} as const;

/** Rows or columns of outputs, where none are to be cut off. */
export const ALL_ROWS: number = 1 << 29;

/** How images are cut into tiles of 4 x 4 outputs, which read 6 x 6 inputs, and how many are worked on at a time. */
export interface TilePlan {
  readonly high: number;
  readonly wide: number;
  /** Either many whole images at a time, or some rows of tiles of one. */
  readonly images: number;
  readonly rows: number;
  /** Most tiles at a time. */
  readonly tiles: number;
}

/**
 * Whether Winograd's algorithm serves a convolution: windows of 3 x 3 one pixel apart, enough channels, and not too many
 * outputs that are computed in vain.
 */
export function suitsWinograd(plan: ConvolutionPlan): boolean {
  const { inputs, outputs, outHeight, outWidth } = plan;
  const ones = [plan.strideHeight, plan.strideWidth, plan.dilationHeight, plan.dilationWidth];
  return (
    plan.filterHeight === 3 &&
    plan.filterWidth === 3 &&
    ones.every((value) => value === 1) &&
    [inputs, outputs].every((value) => value % 8 === 0 && value >= FEWEST && value <= MOST) &&
    // 36 multiplications a tile instead of 9 a pixel, and the transforms besides.
    6 * Math.ceil(outHeight / 4) * Math.ceil(outWidth / 4) <= outHeight * outWidth
  );
}

/** Plans the tiles of a convolution that suits. */
export function planTiles({ batch, inputs, outHeight, outWidth, outputs }: ConvolutionPlan): TilePlan {
  const [high, wide] = [Math.ceil(outHeight / 4), Math.ceil(outWidth / 4)];
  const most = Math.max(1, Math.floor(PART / (36 * 4 * (inputs + outputs))));
  const images = Math.max(1, Math.min(batch, Math.floor(most / (high * wide))));
  const rows = images > 1 ? high : Math.max(1, Math.min(high, Math.floor(most / wide)));
  return { high, wide, images, rows, tiles: images * rows * wide };
}

/** Bytes of one of the 36 planes: an odd number of lines of the cache, so that not all planes fall on the same few. */
export function planeBytes(rows: number, columns: number): number {
  return 64 * (Math.ceil((rows * columns) / 16) | 1);
}
