// The inner loop of a convolution.
import { madd } from './madd';
import { columns, columnStep, length, rows, rowStep } from './window';

/** Four windows (at a0 to a3) times one panel of 8 channels, to c0 to c3. */
export function gatherTile(
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
  v128.store(c3, s3);
  v128.store(c3, t3, 16);
  v128.store(c2, s2);
  v128.store(c2, t2, 16);
  v128.store(c1, s1);
  v128.store(c1, t1, 16);
  v128.store(c0, s0);
  v128.store(c0, t0, 16);
}
