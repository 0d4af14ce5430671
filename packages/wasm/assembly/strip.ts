// The innermost loops of a product: rows of A times one packed panel of B.
//
// Four rows by eight columns: 8 accumulators, 2 vectors of B and 1 of A stay in registers with room to spare. What C holds is
// loaded before the loop rather than added behind it: with that, or with a fifth row, V8 starts to spill inside the loop, which
// halves the speed.
import { madd } from './madd';

/**
 * `rows` rows by up to 8 columns of C: sums over k of A's columns times B's rows.
 *
 * @param a `aRow` bytes from row to row, `aStep` from column to column, one of the two being 4
 * @param b packed, [k][8]
 * @param c `cRow` bytes from row to row
 * @param add 1 to add to what C holds
 * @param edge 128 bytes of scratch
 */
export function strip(
  rows: i32,
  columns: i32,
  k: i32,
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  c: usize,
  cRow: usize,
  add: i32,
  edge: usize,
): void {
  if (columns == 8) {
    const tiles = rows >> 2;
    if (aStep == 4) fours(tiles, k, a, aRow, b, c, cRow, add);
    else foursTurned(tiles, k, a, aStep, b, c, cRow, add);
    a += (<usize>tiles * aRow) << 2;
    c += (<usize>tiles * cRow) << 2;
    for (let left = rows & 3; left > 0; left--) {
      one(k, a, aStep, b, 32, c, add);
      a += aRow;
      c += cRow;
    }
    return;
  }
  // Fewer than 8 columns left: through a whole tile of scratch.
  const bytes = (<usize>columns) << 2;
  for (; rows > 0; rows -= 4) {
    const some = min(4, rows);
    if (add) for (let i = 0; i < some; i++) memory.copy(edge + ((<usize>i) << 5), c + <usize>i * cRow, bytes);
    strip(some, 8, k, a, aRow, aStep, b, edge, 32, add, edge);
    for (let i = 0; i < some; i++) memory.copy(c + <usize>i * cRow, edge + ((<usize>i) << 5), bytes);
    a += aRow << 2;
    c += cRow << 2;
  }
}

/** Tiles of four rows, A stored as it is. */
export function fours(
  tiles: i32,
  k: i32,
  a: usize,
  aRow: usize,
  b: usize,
  c: usize,
  cRow: usize,
  add: i32,
): void {
  const end = b + ((<usize>k) << 5);
  for (; tiles > 0; tiles--) {
    const c1 = c + cRow;
    const c2 = c1 + cRow;
    const c3 = c2 + cRow;
    let s0 = f32x4.splat(0);
    let s1 = s0,
      s2 = s0,
      s3 = s0,
      t0 = s0,
      t1 = s0,
      t2 = s0,
      t3 = s0;
    if (add) {
      s0 = v128.load(c);
      t0 = v128.load(c, 16);
      s1 = v128.load(c1);
      t1 = v128.load(c1, 16);
      s2 = v128.load(c2);
      t2 = v128.load(c2, 16);
      s3 = v128.load(c3);
      t3 = v128.load(c3, 16);
    }
    let at = b;
    let a0 = a;
    let a1 = a0 + aRow;
    let a2 = a1 + aRow;
    let a3 = a2 + aRow;
    while (at < end) {
      const b0 = v128.load(at);
      const b1 = v128.load(at, 16);
      at += 32;
      let v = v128.load32_splat(a0);
      a0 += 4;
      s0 = madd(v, b0, s0);
      t0 = madd(v, b1, t0);
      v = v128.load32_splat(a1);
      a1 += 4;
      s1 = madd(v, b0, s1);
      t1 = madd(v, b1, t1);
      v = v128.load32_splat(a2);
      a2 += 4;
      s2 = madd(v, b0, s2);
      t2 = madd(v, b1, t2);
      v = v128.load32_splat(a3);
      a3 += 4;
      s3 = madd(v, b0, s3);
      t3 = madd(v, b1, t3);
    }
    v128.store(c, s0);
    v128.store(c, t0, 16);
    v128.store(c1, s1);
    v128.store(c1, t1, 16);
    v128.store(c2, s2);
    v128.store(c2, t2, 16);
    v128.store(c3, s3);
    v128.store(c3, t3, 16);
    a += aRow << 2;
    c = c3 + cRow;
  }
}

/** Tiles of four rows, A stored transposed: its four elements are neighbors. */
export function foursTurned(
  tiles: i32,
  k: i32,
  a: usize,
  aStep: usize,
  b: usize,
  c: usize,
  cRow: usize,
  add: i32,
): void {
  const end = b + ((<usize>k) << 5);
  for (; tiles > 0; tiles--) {
    const c1 = c + cRow;
    const c2 = c1 + cRow;
    const c3 = c2 + cRow;
    let s0 = f32x4.splat(0);
    let s1 = s0,
      s2 = s0,
      s3 = s0,
      t0 = s0,
      t1 = s0,
      t2 = s0,
      t3 = s0;
    if (add) {
      s0 = v128.load(c);
      t0 = v128.load(c, 16);
      s1 = v128.load(c1);
      t1 = v128.load(c1, 16);
      s2 = v128.load(c2);
      t2 = v128.load(c2, 16);
      s3 = v128.load(c3);
      t3 = v128.load(c3, 16);
    }
    let at = b;
    let a0 = a;
    while (at < end) {
      const b0 = v128.load(at);
      const b1 = v128.load(at, 16);
      at += 32;
      let v = v128.load32_splat(a0);
      s0 = madd(v, b0, s0);
      t0 = madd(v, b1, t0);
      v = v128.load32_splat(a0, 4);
      s1 = madd(v, b0, s1);
      t1 = madd(v, b1, t1);
      v = v128.load32_splat(a0, 8);
      s2 = madd(v, b0, s2);
      t2 = madd(v, b1, t2);
      v = v128.load32_splat(a0, 12);
      s3 = madd(v, b0, s3);
      t3 = madd(v, b1, t3);
      a0 += aStep;
    }
    v128.store(c, s0);
    v128.store(c, t0, 16);
    v128.store(c1, s1);
    v128.store(c1, t1, 16);
    v128.store(c2, s2);
    v128.store(c2, t2, 16);
    v128.store(c3, s3);
    v128.store(c3, t3, 16);
    a += 16;
    c = c3 + cRow;
  }
}

/** One row; B `bRow` bytes from row to row. */
export function one(k: i32, a: usize, aStep: usize, b: usize, bRow: usize, c: usize, add: i32): void {
  let s = f32x4.splat(0);
  let t = s;
  if (add) {
    s = v128.load(c);
    t = v128.load(c, 16);
  }
  for (let p = k; p > 0; p--) {
    const v = v128.load32_splat(a);
    s = madd(v, v128.load(b), s);
    t = madd(v, v128.load(b, 16), t);
    a += aStep;
    b += bRow;
  }
  v128.store(c, s);
  v128.store(c, t, 16);
}
