/**
 * Packs up to 8 columns of B, `depth` rows of them, into [depth][8], filled up with zeros.
 *
 * @param row bytes from one row of B to the next
 * @param turned 1 if B is stored transposed: then its columns are contiguous, `column` bytes apart
 */
export function packPanel(from: usize, to: usize, depth: i32, columns: i32, row: usize, turned: i32, column: usize): void {
  if (columns == 8 && !turned) {
    for (let p = 0; p < depth; p++) {
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
      from += row;
      to += 32;
    }
    return;
  }
  let p = 0;
  if (columns == 8) {
    for (; p + 4 <= depth; p += 4) {
      quarter(from, to, column);
      quarter(from + (column << 2), to + 16, column);
      from += 16;
      to += 128;
    }
  }
  if (columns < 8) memory.fill(to, 0, (<usize>depth) << 5);
  for (; p < depth; p++) {
    let source = from;
    for (let j: usize = 0; j < <usize>columns; j++) {
      store<f32>(to + (j << 2), load<f32>(source));
      source += column;
    }
    from += row;
    to += 32;
  }
}

/** Transposes 4 by 4. */
function quarter(from: usize, to: usize, column: usize): void {
  const x0 = v128.load(from);
  const x1 = v128.load(from + column);
  const x2 = v128.load(from + 2 * column);
  const x3 = v128.load(from + 3 * column);
  const low01 = i32x4.shuffle(x0, x1, 0, 4, 1, 5);
  const low23 = i32x4.shuffle(x2, x3, 0, 4, 1, 5);
  const high01 = i32x4.shuffle(x0, x1, 2, 6, 3, 7);
  const high23 = i32x4.shuffle(x2, x3, 2, 6, 3, 7);
  v128.store(to, i64x2.shuffle(low01, low23, 0, 2));
  v128.store(to + 32, i64x2.shuffle(low01, low23, 1, 3));
  v128.store(to + 64, i64x2.shuffle(high01, high23, 0, 2));
  v128.store(to + 96, i64x2.shuffle(high01, high23, 1, 3));
}
