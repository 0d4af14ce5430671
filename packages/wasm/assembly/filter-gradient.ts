// The gradient of a filter: dFilter[tap, output] = sum over pixels of window[pixel, tap] * dy[pixel, output].
//
// A tile is 4 (or 3) taps by 8 outputs, its accumulators stay in registers over a whole image. dy is packed, image by image,
// into panels [outputs / 8][pixels][8], if there are taps enough to make good for it.
import { packAll } from './gemm';
import { madd } from './madd';
import { one } from './strip';
import { columns, columnStep, height, length, rows, rowStep, width, windowColumn, windowImage, windowRow } from './window';

/**
 * @param x first window of the first image
 * @param dy [batch, pixels, outputs]
 * @param dFilter [rows * columns * length, outputs]
 * @param more not 0: add to what dFilter holds
 * @param scratch 4 * pixels * (outputs rounded up to 8) + 160 bytes
 */
export function filterGradient(x: usize, dy: usize, dFilter: usize, batch: i32, outputs: i32, scratch: usize, more: i32): void {
  const pixels = width * height;
  const line = (<usize>outputs) << 2;
  const packed = rows * columns * length > 16 || (outputs & 7) != 0;
  const panel = packed ? (<usize>pixels) << 5 : 32;
  const step = packed ? 32 : line;
  const edge = scratch + <usize>((outputs + 7) >> 3) * panel;
  for (let image = 0; image < batch; image++) {
    if (packed) packAll(dy, scratch, pixels, outputs, line, 0, 4);
    const panels = packed ? scratch : dy;
    dy += <usize>pixels * line;
    for (let j = 0; j < outputs; j += 8) {
      const b = panels + <usize>(j >> 3) * panel;
      const wide = min(8, outputs - j);
      let c = dFilter + ((<usize>j) << 2);
      let a = x;
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          let from = a;
          for (let left = length; left > 0; ) {
            // Threes rather than a last tile of one or two, whose few sums could not keep the processor busy.
            const count = (left & 3) == 0 ? 4 : left >= 3 ? 3 : 1;
            if (wide == 8) {
              tapTile(from, b, step, c, line, count, more);
            } else {
              // Fewer than 8 outputs left: through a whole tile of scratch.
              const bytes = (<usize>wide) << 2;
              if (more) for (let i = 0; i < count; i++) memory.copy(edge + ((<usize>i) << 5), c + <usize>i * line, bytes);
              tapTile(from, b, step, edge, 32, count, more);
              for (let i = 0; i < count; i++) memory.copy(c + <usize>i * line, edge + ((<usize>i) << 5), bytes);
            }
            c += <usize>count * line;
            from += (<usize>count) << 2;
            left -= count;
          }
          a += columnStep;
        }
        a += rowStep - <usize>columns * columnStep;
      }
    }
    x += windowImage;
    more = 1;
  }
}

function tapTile(a: usize, b: usize, step: usize, c: usize, line: usize, count: i32, more: i32): void {
  if (count == 4) {
    taps(4, a, b, step, c, line, more);
  } else if (count == 3) {
    taps(3, a, b, step, c, line, more);
  } else {
    for (let row = 0; row < height; row++) {
      one(width, a, windowColumn, b, step, c, more);
      a += windowRow;
      b += <usize>width * step;
      more = 1;
    }
  }
}

/** Three or four taps. */
// @ts-ignore: decorator
@inline
function taps(count: i32, a: usize, b: usize, step: usize, c: usize, line: usize, more: i32): void {
  let s0 = f32x4.splat(0);
  let s1 = s0,
    s2 = s0,
    s3 = s0,
    t0 = s0,
    t1 = s0,
    t2 = s0,
    t3 = s0;
  if (more) {
    // Loaded here rather than added behind the loop: with that V8 spills the sums inside it.
    s0 = v128.load(c);
    t0 = v128.load(c, 16);
    s1 = v128.load(c + line);
    t1 = v128.load(c + line, 16);
    s2 = v128.load(c + 2 * line);
    t2 = v128.load(c + 2 * line, 16);
    if (count > 3) {
      s3 = v128.load(c + 3 * line);
      t3 = v128.load(c + 3 * line, 16);
    }
  }
  for (let row = 0; row < height; row++) {
    let from = a;
    const end = b + <usize>width * step;
    while (b < end) {
      const b0 = v128.load(b);
      const b1 = v128.load(b, 16);
      b += step;
      let v = v128.load32_splat(from);
      s0 = madd(v, b0, s0);
      t0 = madd(v, b1, t0);
      v = v128.load32_splat(from, 4);
      s1 = madd(v, b0, s1);
      t1 = madd(v, b1, t1);
      v = v128.load32_splat(from, 8);
      s2 = madd(v, b0, s2);
      t2 = madd(v, b1, t2);
      if (count > 3) {
        v = v128.load32_splat(from, 12);
        s3 = madd(v, b0, s3);
        t3 = madd(v, b1, t3);
      }
      from += windowColumn;
    }
    a += windowRow;
  }
  put(c, s0, t0);
  put(c + line, s1, t1);
  put(c + 2 * line, s2, t2);
  if (count > 3) put(c + 3 * line, s3, t3);
}

// @ts-ignore: decorator
@inline
function put(c: usize, low: v128, high: v128): void {
  v128.store(c, low);
  v128.store(c, high, 16);
}
