// Convolution without im2col: a GEMM whose rows are windows of the (padded) input, read where they are.
//
// In NHWC the taps (column, channel) of one window row are contiguous, so a window is a few runs of `length` floats.
// A tile is 4 output pixels by 8 output channels: 8 accumulators that stay in registers over the whole window.
import { madd } from './madd';
import {
  columns,
  columnStep,
  height,
  length,
  outputColumn,
  outputImage,
  outputRow,
  rows,
  rowStep,
  width,
  windowColumn,
  windowImage,
  windowRow,
} from './window';

/** Output pixels a tile. */
const TILE: i32 = 4;

/**
 * Every window times the packed filter, plus the bias, then relu if asked for.
 *
 * @param x first window of the first image
 * @param panels the filter by `packPanels` or `packTurned`
 * @param y first output
 * @param channels output channels
 * @param bias as many floats as the panels have columns, or 0
 * @param relu 1 for max(0, y)
 * @param spare 320 bytes of scratch
 */
export function convolve(
  x: usize,
  panels: usize,
  y: usize,
  batch: i32,
  channels: i32,
  bias: usize,
  relu: i32,
  spare: usize,
): void {
  const panel: usize = (<usize>(rows * columns * length)) << 5;
  const pixels = width * height;
  for (let image = 0; image < batch; image++) {
    for (let j = 0; j < channels; j += 8) {
      const b = panels + <usize>(j >> 3) * panel;
      const wide = min(8, channels - j);
      const first: usize = bias == 0 ? 0 : bias + ((<usize>j) << 2);
      let aLine = x + <usize>image * windowImage;
      let cLine = y + <usize>image * outputImage + ((<usize>j) << 2);
      let a0 = aLine;
      let c0 = cLine;
      let column = 0;
      for (let pixel = 0; pixel < pixels; pixel += TILE) {
        let a1: usize, a2: usize, a3: usize, a4: usize;
        let c1: usize, c2: usize, c3: usize, c4: usize;
        if (column + TILE < width) {
          column += TILE;
          a1 = a0 + windowColumn;
          a2 = a1 + windowColumn;
          a3 = a2 + windowColumn;
          a4 = a3 + windowColumn;
          c1 = c0 + outputColumn;
          c2 = c1 + outputColumn;
          c3 = c2 + outputColumn;
          c4 = c3 + outputColumn;
        } else {
          // The tile crosses into the next row, or is the last one: step by step.
          for (let i = 0; i < TILE; i++) {
            store<u32>(spare + ((<usize>i) << 3), <u32>a0);
            store<u32>(spare + ((<usize>i) << 3), <u32>c0, 4);
            if (pixel + i + 1 >= pixels) {
              c0 = spare + 64; // written, never read
            } else if (++column == width) {
              column = 0;
              aLine += windowRow;
              cLine += outputRow;
              a0 = aLine;
              c0 = cLine;
            } else {
              a0 += windowColumn;
              c0 += outputColumn;
            }
          }
          a4 = a0;
          c4 = c0;
          a0 = <usize>load<u32>(spare);
          a1 = <usize>load<u32>(spare, 8);
          a2 = <usize>load<u32>(spare, 16);
          a3 = <usize>load<u32>(spare, 24);
          c0 = <usize>load<u32>(spare, 4);
          c1 = <usize>load<u32>(spare, 12);
          c2 = <usize>load<u32>(spare, 20);
          c3 = <usize>load<u32>(spare, 28);
        }
        if (wide == 8) {
          pixelTile(a0, a1, a2, a3, b, c0, c1, c2, c3, first, relu);
        } else {
          const edge = spare + 128;
          pixelTile(a0, a1, a2, a3, b, edge, edge + 32, edge + 64, edge + 96, first, relu);
          const bytes = (<usize>wide) << 2;
          memory.copy(c0, edge, bytes);
          memory.copy(c1, edge + 32, bytes);
          memory.copy(c2, edge + 64, bytes);
          memory.copy(c3, edge + 96, bytes);
        }
        a0 = a4;
        c0 = c4;
      }
    }
  }
}

/** Four windows (at a0 to a3) times one panel of 8 channels, to c0 to c3. */
function pixelTile(
  a0: usize,
  a1: usize,
  a2: usize,
  a3: usize,
  b: usize,
  c0: usize,
  c1: usize,
  c2: usize,
  c3: usize,
  bias: usize,
  relu: i32,
): void {
  let low = f32x4.splat(0);
  let high = low;
  if (bias != 0) {
    low = v128.load(bias);
    high = v128.load(bias, 16);
  }
  let s0 = low,
    s1 = low,
    s2 = low,
    s3 = low;
  let t0 = high,
    t1 = high,
    t2 = high,
    t3 = high;
  const run = (<usize>length) << 2;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const end = a0 + run;
      while (a0 < end) {
        const b0 = v128.load(b);
        const b1 = v128.load(b, 16);
        b += 32;
        let a = v128.load32_splat(a0);
        a0 += 4;
        s0 = madd(a, b0, s0);
        t0 = madd(a, b1, t0);
        a = v128.load32_splat(a1);
        a1 += 4;
        s1 = madd(a, b0, s1);
        t1 = madd(a, b1, t1);
        a = v128.load32_splat(a2);
        a2 += 4;
        s2 = madd(a, b0, s2);
        t2 = madd(a, b1, t2);
        a = v128.load32_splat(a3);
        a3 += 4;
        s3 = madd(a, b0, s3);
        t3 = madd(a, b1, t3);
      }
      // On to the next run: `step` bytes after the start of this one.
      const step = columnStep - run;
      a0 += step;
      a1 += step;
      a2 += step;
      a3 += step;
    }
    const step = rowStep - <usize>columns * columnStep;
    a0 += step;
    a1 += step;
    a2 += step;
    a3 += step;
  }
  if (relu) {
    const zero = f32x4.splat(0);
    s0 = f32x4.max(s0, zero);
    t0 = f32x4.max(t0, zero);
    s1 = f32x4.max(s1, zero);
    t1 = f32x4.max(t1, zero);
    s2 = f32x4.max(s2, zero);
    t2 = f32x4.max(t2, zero);
    s3 = f32x4.max(s3, zero);
    t3 = f32x4.max(t3, zero);
  }
  // Backwards: a last tile that is not full writes its spare rows first.
  v128.store(c3, s3);
  v128.store(c3, t3, 16);
  v128.store(c2, s2);
  v128.store(c2, t2, 16);
  v128.store(c1, s1);
  v128.store(c1, t1, 16);
  v128.store(c0, s0);
  v128.store(c0, t0, 16);
}
