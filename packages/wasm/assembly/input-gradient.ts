// The gradient of a convolution's input: every pixel of dy times the filter's tap, added where the tap read.
//
// A tile is 4 pixels of dy by 8 input channels; its 8 accumulators run over the outputs, then are added to dx.
import { madd } from './madd';
import {
  columns,
  columnStep,
  height,
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

/**
 * dx += the transposed convolution of dy. Windows are those of dx, outputs those of dy (see `setPixels`).
 *
 * @param dx first window of the first image, zeros at first
 * @param panels the filter by `packTaps`
 * @param inputs input channels
 * @param outputs output channels
 * @param spare 256 bytes of scratch
 */
export function inputGradient(
  dx: usize,
  panels: usize,
  dy: usize,
  batch: i32,
  inputs: i32,
  outputs: i32,
  spare: usize,
): void {
  const tap: usize = (<usize>outputs) << 5;
  const pixels = width * height;
  for (let image = 0; image < batch; image++) {
    let b = panels;
    for (let j = 0; j < inputs; j += 8) {
      const wide = min(8, inputs - j);
      let aLine = dy + <usize>image * outputImage;
      let cLine = dx + <usize>image * windowImage + ((<usize>j) << 2);
      let a0 = aLine;
      let c0 = cLine;
      let column = 0;
      for (let pixel = 0; pixel < pixels; pixel += 4) {
        let a1: usize, a2: usize, a3: usize, a4: usize, c1: usize, c2: usize, c3: usize, c4: usize;
        let count = min(4, pixels - pixel);
        if (column + 4 < width) {
          column += 4;
          a1 = a0 + outputColumn;
          a2 = a1 + outputColumn;
          a3 = a2 + outputColumn;
          a4 = a3 + outputColumn;
          c1 = c0 + windowColumn;
          c2 = c1 + windowColumn;
          c3 = c2 + windowColumn;
          c4 = c3 + windowColumn;
        } else {
          // The tile crosses into the next row, or is the last one: step by step.
          for (let i = 0; i < 4; i++) {
            store<u32>(spare + ((<usize>i) << 3), <u32>a0);
            store<u32>(spare + ((<usize>i) << 3), <u32>c0, 4);
            if (i + 1 >= count) continue;
            if (++column == width) {
              column = 0;
              aLine += outputRow;
              cLine += windowRow;
              a0 = aLine;
              c0 = cLine;
            } else {
              a0 += outputColumn;
              c0 += windowColumn;
            }
          }
          // The first pixel of the next tile.
          if (++column == width) {
            column = 0;
            aLine += outputRow;
            cLine += windowRow;
            a0 = aLine;
            c0 = cLine;
          } else {
            a0 += outputColumn;
            c0 += windowColumn;
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
        if (wide == 8 && count == 4) {
          scatterTile(a0, a1, a2, a3, b, c0, c1, c2, c3, tap);
        } else {
          scatterEdge(a0, a1, a2, a3, b, c0, c1, c2, c3, tap, wide, count, spare + 64);
        }
        a0 = a4;
        c0 = c4;
      }
      b += <usize>(rows * columns) * tap;
    }
  }
}

function scatterTile(
  a0: usize,
  a1: usize,
  a2: usize,
  a3: usize,
  b: usize,
  c0: usize,
  c1: usize,
  c2: usize,
  c3: usize,
  tap: usize,
): void {
  for (let row = 0; row < rows; row++) {
    let to: usize = 0;
    for (let column = 0; column < columns; column++) {
      let s0 = f32x4.splat(0);
      let s1 = s0,
        s2 = s0,
        s3 = s0,
        t0 = s0,
        t1 = s0,
        t2 = s0,
        t3 = s0;
      const end = b + tap;
      let p0 = a0,
        p1 = a1,
        p2 = a2,
        p3 = a3;
      while (b < end) {
        const b0 = v128.load(b);
        const b1 = v128.load(b, 16);
        b += 32;
        let a = v128.load32_splat(p0);
        p0 += 4;
        s0 = madd(a, b0, s0);
        t0 = madd(a, b1, t0);
        a = v128.load32_splat(p1);
        p1 += 4;
        s1 = madd(a, b0, s1);
        t1 = madd(a, b1, t1);
        a = v128.load32_splat(p2);
        p2 += 4;
        s2 = madd(a, b0, s2);
        t2 = madd(a, b1, t2);
        a = v128.load32_splat(p3);
        p3 += 4;
        s3 = madd(a, b0, s3);
        t3 = madd(a, b1, t3);
      }
      add(c0 + to, s0, t0);
      add(c1 + to, s1, t1);
      add(c2 + to, s2, t2);
      add(c3 + to, s3, t3);
      to += columnStep;
    }
    c0 += rowStep;
    c1 += rowStep;
    c2 += rowStep;
    c3 += rowStep;
  }
}

/** The same for fewer than 4 pixels or 8 channels, through scratch: a tile of its own, one tap at a time. */
function scatterEdge(
  a0: usize,
  a1: usize,
  a2: usize,
  a3: usize,
  b: usize,
  c0: usize,
  c1: usize,
  c2: usize,
  c3: usize,
  tap: usize,
  wide: i32,
  count: i32,
  edge: usize,
): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const end = b + tap;
      let s0 = f32x4.splat(0);
      let s1 = s0,
        s2 = s0,
        s3 = s0,
        t0 = s0,
        t1 = s0,
        t2 = s0,
        t3 = s0;
      let p: usize = 0;
      while (b < end) {
        const b0 = v128.load(b);
        const b1 = v128.load(b, 16);
        b += 32;
        let a = v128.load32_splat(a0 + p);
        s0 = madd(a, b0, s0);
        t0 = madd(a, b1, t0);
        a = v128.load32_splat(a1 + p);
        s1 = madd(a, b0, s1);
        t1 = madd(a, b1, t1);
        a = v128.load32_splat(a2 + p);
        s2 = madd(a, b0, s2);
        t2 = madd(a, b1, t2);
        a = v128.load32_splat(a3 + p);
        s3 = madd(a, b0, s3);
        t3 = madd(a, b1, t3);
        p += 4;
      }
      const to = <usize>row * rowStep + <usize>column * columnStep;
      addSome(c0 + to, s0, t0, wide, edge);
      if (count > 1) addSome(c1 + to, s1, t1, wide, edge);
      if (count > 2) addSome(c2 + to, s2, t2, wide, edge);
      if (count > 3) addSome(c3 + to, s3, t3, wide, edge);
    }
  }
}

function addSome(c: usize, low: v128, high: v128, wide: i32, edge: usize): void {
  v128.store(edge, low);
  v128.store(edge, high, 16);
  for (let i: usize = 0; i < <usize>wide; i++) store<f32>(c + (i << 2), load<f32>(c + (i << 2)) + load<f32>(edge + (i << 2)));
}

// @ts-ignore: decorator
@inline
function add(c: usize, low: v128, high: v128): void {
  v128.store(c, f32x4.add(v128.load(c), low));
  v128.store(c, f32x4.add(v128.load(c, 16), high), 16);
}
