// Matrix product C = op(A) op(B), row-major, each operand as it is stored or transposed.
//
// B is packed into panels of 8 columns, [k][8]; A is read where it is, four rows at a time (see strip.ts). The blocks are such
// that a panel stays in the first-level cache, and what passes by it in the second-level one.
import { packPanel } from './panel';
import { one, strip } from './strip';

/** Bytes of scratch that `gemm` needs: a block of B and a tile at the edge. */
export const PRODUCT: usize = 262400;

/** Most products summed up before a tile goes back to memory: a panel has at most 16 KB. */
const K_BLOCK: i32 = 512;
/** Floats of B that are packed at a time. */
const B_BLOCK: i32 = 65536;
/** Floats of A, and of C, in a block of rows. */
const A_BLOCK: i32 = 32768;
const C_BLOCK: i32 = 8192;
/** Bytes of scratch for tiles at the edge. */
const EDGE: usize = 256;

/**
 * @param a [m, k], or [k, m] if turnA
 * @param b [k, n], or [n, k] if turnB
 * @param c [m, n]; k = 0 gives zeros
 * @param scratch `PRODUCT` bytes
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
  if (m < 4 && !turnB && k <= 4096) {
    // Too few rows to make good for packing B.
    const wide = n & ~7;
    for (let i = 0; i < m; i++) {
      for (let j: usize = 0; j < (<usize>wide) << 2; j += 32) {
        one(k, a + <usize>i * aRow, aStep, b + j, bRow, c + <usize>i * bRow + j, add);
      }
    }
    if (n > wide) {
      packPanel(b + ((<usize>wide) << 2), scratch + EDGE, k, n - wide, bRow, 0, 4);
      strip(m, n - wide, k, a, aRow, aStep, scratch + EDGE, c + ((<usize>wide) << 2), bRow, add, scratch);
    }
    return;
  }
  const blocks = (k + K_BLOCK - 1) / K_BLOCK;
  const kBlock = (k + blocks - 1) / blocks;
  const nBlock = (B_BLOCK / kBlock) & ~7;
  for (let p = 0; p < k; p += kBlock) {
    const depth = min(kBlock, k - p);
    for (let j = 0; j < n; j += nBlock) {
      const width = min(nBlock, n - j);
      const panels = scratch + EDGE;
      packAll(b + <usize>p * bRow + <usize>j * bColumn, panels, depth, width, bRow, turnB, bColumn);
      const from = a + <usize>p * aStep;
      const to = c + ((<usize>j) << 2);
      multiplyPacked(from, aRow, aStep, panels, to, (<usize>n) << 2, m, width, depth, add | <i32>(p > 0), scratch);
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
 * C = A B, B packed as a whole.
 *
 * @param a `aRow` bytes from row to row, `aStep` from column to column, one of the two being 4
 * @param c `cRow` bytes from row to row
 * @param edge 128 bytes of scratch
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
  const block = max(16, min(A_BLOCK / max(k, 1), C_BLOCK / max(n, 1)) & ~3);
  for (let i = 0; i < m; i += block) {
    const rows = min(block, m - i);
    let b = panels;
    let to = c;
    for (let j = 0; j < n; j += 8) {
      strip(rows, min(8, n - j), k, a, aRow, aStep, b, to, cRow, add, edge);
      b += panel;
      to += 32;
    }
    a += <usize>rows * aRow;
    c += <usize>rows * cRow;
  }
}
