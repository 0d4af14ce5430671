// The inner loop of the gradient of a convolution's input.
import { madd } from './madd';
import { columns, columnStep, rows, rowStep } from './window';

/** Four pixels (at a0 to a3) times each tap of 8 channels, added to the windows at c0 to c3; `tap` bytes of the filter a tap. */
export function scatterTile(
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
  rows: i32,
  columns: i32,
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

/** The same for fewer than 4 pixels or 8 channels: one tap at a time, through scratch. */
export function scatterEdge(
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
      memory.fill(edge, 0, 128);
      scatterTile(a0, a1, a2, a3, b, edge, edge + 32, edge + 64, edge + 96, tap, 1, 1);
      b += tap;
      const to = <usize>row * rowStep + <usize>column * columnStep;
      addSome(c0 + to, edge, wide);
      if (count > 1) addSome(c1 + to, edge + 32, wide);
      if (count > 2) addSome(c2 + to, edge + 64, wide);
      if (count > 3) addSome(c3 + to, edge + 96, wide);
    }
  }
}

function addSome(c: usize, edge: usize, wide: i32): void {
  for (; wide > 0; wide--) {
    store<f32>(c, load<f32>(c) + load<f32>(edge));
    c += 4;
    edge += 4;
  }
}

// @ts-ignore: decorator
@inline
function add(c: usize, low: v128, high: v128): void {
  v128.store(c, f32x4.add(v128.load(c), low));
  v128.store(c, f32x4.add(v128.load(c, 16), high), 16);
}
