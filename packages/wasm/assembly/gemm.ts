// Matrix product C = op(A) op(B), row-major, each operand as it is stored or transposed.
//
// C is cut into tiles of up to 5 rows by 8 columns whose 10 accumulators stay in registers. B is packed panel by panel
// into [k][8], unless its rows can be read where they are; A is never packed. Rows are split evenly (32 = 5+5+5+5+4+4+4).
import { packPanel } from './panel';
import { tile } from './tile';

/** Most products summed up before a tile goes back to memory: a panel of 16 KB stays in the first-level cache. */
const K_BLOCK: i32 = 512;
/** Floats of A that stay in the second-level cache while the panels pass by. */
const A_BLOCK: i32 = 49152;
/** Floats of B, packed, that stay in the first-level cache. */
const B_SMALL: i32 = 6144;
/** Bytes of scratch for tiles at the edge. */
const EDGE: usize = 256;

/**
 * @param a [m, k], or [k, m] if turnA
 * @param b [k, n], or [n, k] if turnB
 * @param c [m, n]; k = 0 gives zeros
 * @param scratch 32 KB
 * @param add 1 to add to c rather than overwrite it
 */
export function gemm(
  a: usize,
  b: usize,
  c: usize,
  m: i32,
  n: i32,
  k: i32,
  turnA: i32,
  turnB: i32,
  scratch: usize,
  add: i32,
): void {
  if (k == 0) {
    if (!add) memory.fill(c, 0, (<usize>(m * n)) << 2);
    return;
  }
  const aRow: usize = turnA ? 4 : (<usize>k) << 2;
  const aStep: usize = turnA ? (<usize>m) << 2 : 4;
  const bRow: usize = turnB ? 4 : (<usize>n) << 2;
  const bColumn: usize = turnB ? (<usize>k) << 2 : 4;
  const cRow = (<usize>n) << 2;
  const panels = scratch + EDGE;
  if (m > 10 && k * ((n + 7) & ~7) <= B_SMALL) {
    packAll(b, panels, k, n, bRow, turnB, bColumn);
    multiplyPacked(a, aRow, aStep, panels, c, cRow, m, n, k, add, scratch);
    return;
  }
  const kBlocks = (k + K_BLOCK - 1) / K_BLOCK;
  const kBlock = ((k + kBlocks - 1) / kBlocks + 3) & ~3;
  const mBlocks = (m * kBlock + A_BLOCK - 1) / A_BLOCK;
  const mBlock = (((m + mBlocks - 1) / mBlocks + 4) / 5) * 5;
  for (let p = 0; p < k; p += kBlock) {
    const depth = min(kBlock, k - p);
    for (let top = 0; top < m; top += mBlock) {
      const height = min(mBlock, m - top);
      for (let j = 0; j < n; j += 8) {
        const columns = min(8, n - j);
        let from = a + <usize>top * aRow + <usize>p * aStep;
        let to = c + <usize>top * cRow + ((<usize>j) << 2);
        let source = b + <usize>p * bRow + <usize>j * bColumn;
        let step = bRow;
        if (height > 10 || turnB || columns < 8) {
          packPanel(source, panels, depth, columns, bRow, turnB, bColumn);
          source = panels;
          step = 32;
        }
        for (let i = 0, tiles = (height + 4) / 5; tiles > 0; tiles--) {
          const rows = (height - i + tiles - 1) / tiles;
          tile(rows, columns, depth, from, aRow, aStep, source, step, to, cRow, add | (<i32>(p > 0)), scratch);
          from += <usize>rows * aRow;
          to += <usize>rows * cRow;
          i += rows;
        }
      }
    }
  }
}

/** Packs all of B, [k, n] or [n, k], into panels of 8 columns: 4 * k * (n rounded up to 8) bytes. */
export function packAll(b: usize, panels: usize, k: i32, n: i32, bRow: usize, turnB: i32, bColumn: usize): void {
  for (let j = 0; j < n; j += 8) {
    packPanel(b, panels, k, min(8, n - j), bRow, turnB, bColumn);
    b += bColumn << 3;
    panels += (<usize>k) << 5;
  }
}

/**
 * C = A B, B packed as a whole; for matrices that stay in the second-level cache.
 *
 * @param a `aRow` bytes from row to row, `aStep` from column to column
 * @param c `cRow` bytes from row to row
 * @param edge 256 bytes of scratch
 */
export function multiplyPacked(
  a: usize,
  aRow: usize,
  aStep: usize,
  panels: usize,
  c: usize,
  cRow: usize,
  m: i32,
  n: i32,
  k: i32,
  add: i32,
  edge: usize,
): void {
  const panel = (<usize>k) << 5;
  // What is smaller is passed over again and again: a panel, or all of them.
  const block = k * ((n + 7) & ~7) <= B_SMALL ? n : 8;
  for (let j = 0; j < n; j += block) {
    const end = min(n, j + block);
    for (let i = 0, tiles = (m + 4) / 5; tiles > 0; tiles--) {
      const rows = (m - i + tiles - 1) / tiles;
      let b = panels;
      for (let column = j; column < end; column += 8) {
        const to = c + <usize>i * cRow + ((<usize>column) << 2);
        tile(rows, min(8, n - column), k, a + <usize>i * aRow, aRow, aStep, b, 32, to, cRow, add, edge);
        b += panel;
      }
      i += rows;
    }
    panels += panel;
  }
}
