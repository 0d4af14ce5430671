import { madd } from './madd';

/**
 * One tile of C, up to 5 rows by 8 columns: the sum over k of A's column times B's row.
 *
 * @param a A's first row; `aRow` bytes from row to row, `aStep` from column to column
 * @param b `bStep` bytes from row to row, 8 floats of each are read
 * @param add 1 to add to what C holds
 * @param edge 160 bytes of scratch
 */
export function tile(
  rows: i32,
  columns: i32,
  k: i32,
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  c: usize,
  cRow: usize,
  add: i32,
  edge: usize,
): void {
  if (columns == 8) {
    whole(rows, k, a, aRow, aStep, b, bStep, c, cRow, add);
    return;
  }
  const bytes = (<usize>columns) << 2;
  if (add) for (let i: usize = 0; i < <usize>rows; i++) memory.copy(edge + (i << 5), c + i * cRow, bytes);
  whole(rows, k, a, aRow, aStep, b, bStep, edge, 32, add);
  for (let i: usize = 0; i < <usize>rows; i++) memory.copy(c + i * cRow, edge + (i << 5), bytes);
}

function whole(
  rows: i32,
  k: i32,
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  c: usize,
  cRow: usize,
  add: i32,
): void {
  if (rows == 5) sums(5, k, a, aRow, aStep, b, bStep, c, cRow, add);
  else if (rows == 4) sums(4, k, a, aRow, aStep, b, bStep, c, cRow, add);
  else if (rows == 3) sums(3, k, a, aRow, aStep, b, bStep, c, cRow, add);
  else if (rows == 2) sums(2, k, a, aRow, aStep, b, bStep, c, cRow, add);
  else sums(1, k, a, aRow, aStep, b, bStep, c, cRow, add);
}

/** `rows` is a constant at every call: the unused accumulators vanish. */
// @ts-ignore: decorator
@inline
function sums(
  rows: i32,
  k: i32,
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  c: usize,
  cRow: usize,
  add: i32,
): void {
  let s0 = f32x4.splat(0),
    s1 = s0,
    s2 = s0,
    s3 = s0,
    s4 = s0,
    t0 = s0,
    t1 = s0,
    t2 = s0,
    t3 = s0,
    t4 = s0;
  let a1 = a + aRow;
  let a2 = a1 + aRow;
  let a3 = a2 + aRow;
  let a4 = a3 + aRow;
  for (let p = k; p > 0; p--) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    b += bStep;
    let v = v128.load32_splat(a);
    a += aStep;
    s0 = madd(v, b0, s0);
    t0 = madd(v, b1, t0);
    if (rows > 1) {
      v = v128.load32_splat(a1);
      a1 += aStep;
      s1 = madd(v, b0, s1);
      t1 = madd(v, b1, t1);
    }
    if (rows > 2) {
      v = v128.load32_splat(a2);
      a2 += aStep;
      s2 = madd(v, b0, s2);
      t2 = madd(v, b1, t2);
    }
    if (rows > 3) {
      v = v128.load32_splat(a3);
      a3 += aStep;
      s3 = madd(v, b0, s3);
      t3 = madd(v, b1, t3);
    }
    if (rows > 4) {
      v = v128.load32_splat(a4);
      a4 += aStep;
      s4 = madd(v, b0, s4);
      t4 = madd(v, b1, t4);
    }
  }
  put(c, s0, t0, add);
  if (rows > 1) put(c + cRow, s1, t1, add);
  if (rows > 2) put(c + 2 * cRow, s2, t2, add);
  if (rows > 3) put(c + 3 * cRow, s3, t3, add);
  if (rows > 4) put(c + 4 * cRow, s4, t4, add);
}

// @ts-ignore: decorator
@inline
function put(c: usize, low: v128, high: v128, add: i32): void {
  if (add) {
    low = f32x4.add(low, v128.load(c));
    high = f32x4.add(high, v128.load(c, 16));
  }
  v128.store(c, low);
  v128.store(c, high, 16);
}
