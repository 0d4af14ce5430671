// Winograd's convolution F(4x4, 3x3): 36 products of matrices instead of 9 x 16 multiplications a tile of 4 x 4 outputs.
//
// y = A' ((G w G') * (B' x B)) A, x being the 6 x 6 inputs that the 4 x 4 outputs of a tile read. B', G and A evaluate
// polynomials at 0, 1, -1, 1/2, -2 and infinity (Barabasz et al., "Error analysis and improving the accuracy of Winograd
// convolution", 2018): with these points the error is about twice that of the plain sum. Transposed, A, B' and G' give the
// gradient of the filter, A and B (added up where tiles overlap) that of the input. The places of the 6 x 6 are planes: one product of matrices [tiles, inputs] [inputs, outputs] each.

/** B': inputs, 6 to 6. */
const INPUT = 0;
/** G: filter, 3 to 6. */
const FILTER = 1;
/** A: gradient of the outputs, 4 to 6. */
const GRADIENT = 2;
/** B: gradient of the inputs, 6 to 6. */
const BACK = 3;
/** A': outputs, 6 to 4. */
const OUTPUT = 4;

let fromImage: usize = 0;
let fromRow: usize = 0;
let fromColumn: usize = 0;
let fromBlock: usize = 0;
let fromDown: usize = 0;
let fromRight: usize = 0;
let toImage: usize = 0;
let toRow: usize = 0;
let toColumn: usize = 0;
let toBlock: usize = 0;
let toDown: usize = 0;
let toRight: usize = 0;

/** Where tiles are read, bytes from one to the next: images, rows and columns of tiles, blocks of 8 channels; inside of a tile. */
export function setTilesFrom(image: i32, row: i32, column: i32, block: i32, down: i32, right: i32): void {
  fromImage = image;
  fromRow = row;
  fromColumn = column;
  fromBlock = block;
  fromDown = down;
  fromRight = right;
}

/** The same for what is written. */
export function setTilesTo(image: i32, row: i32, column: i32, block: i32, down: i32, right: i32): void {
  toImage = image;
  toRow = row;
  toColumn = column;
  toBlock = block;
  toDown = down;
  toRight = right;
}

/**
 * Transforms tiles, down and across.
 *
 * @param kind 0 for B', 1 for G, 2 for A, 3 for B, 4 for A', 5 for G'
 * @param height rows of an image that A' may write; 4 times the tiles, or more, for all
 * @param more 1 to add to what is there
 * @param spare 1152 bytes of scratch
 */
export function transformTiles(
  kind: i32,
  from: usize,
  to: usize,
  batch: i32,
  high: i32,
  wide: i32,
  blocks: i32,
  height: i32,
  width: i32,
  more: i32,
  spare: usize,
): void {
  const given = kind == FILTER ? 3 : kind == GRADIENT ? 4 : 6;
  const made = kind < OUTPUT ? 6 : kind == OUTPUT ? 4 : 3;
  for (; batch > 0; batch--) {
    for (let i = 0; i < high; i++) {
      const rows = min(made, height - 4 * i);
      for (let j = 0; j < wide; j++) {
        const columns = min(made, width - 4 * j);
        let f = from + <usize>i * fromRow + <usize>j * fromColumn;
        let t = to + <usize>i * toRow + <usize>j * toColumn;
        for (let b = blocks; b > 0; b--) {
          lines(kind, given, f, fromDown, fromRight, spare, 192, 32, given, made, 0);
          lines(kind, given, spare, 32, 192, t, toRight, toDown, rows, columns, more);
          f += fromBlock;
          t += toBlock;
        }
      }
    }
    from += fromImage;
    to += toImage;
  }
}

/** Transforms `count` lines of `given` elements, 8 channels each, and stores the first `made` elements of each. */
function lines(
  kind: i32,
  given: i32,
  from: usize,
  fromStep: usize,
  fromNext: usize,
  to: usize,
  toStep: usize,
  toNext: usize,
  count: i32,
  made: i32,
  more: i32,
): void {
  const half = f32x4.splat(0.5);
  for (; count > 0; count--) {
    for (let channel: usize = 0; channel < 32; channel += 16) {
      let at = from + channel;
      let v0 = v128.load(at);
      at += fromStep;
      let v1 = v128.load(at);
      at += fromStep;
      let v2 = v128.load(at);
      let v3 = v2,
        v4 = v2,
        v5 = v2;
      if (given > 3) {
        at += fromStep;
        v3 = v128.load(at);
        if (given > 4) {
          at += fromStep;
          v4 = v128.load(at);
          at += fromStep;
          v5 = v128.load(at);
        }
      }
      if (kind == INPUT) {
        // 1, -1.5, -2, 1.5, 1, 0; 0, -1, .5, 2.5, 1, 0; 0, 1, -2.5, .5, 1, 0; 0, -2, -1, 2, 1, 0; 0, .5, -1, -.5, 1, 0;
        // 0, 1, -1.5, -2, 1.5, 1
        const e = f32x4.sub(v4, v2);
        const f = f32x4.sub(v3, v1);
        v0 = f32x4.add(f32x4.add(f32x4.sub(v0, v2), e), threeHalves(f, half));
        v5 = f32x4.add(f32x4.sub(f32x4.sub(v5, v3), f), threeHalves(e, half));
        v1 = f32x4.add(f32x4.add(e, f), threeHalves(f32x4.add(v2, v3), half));
        v2 = f32x4.add(f32x4.sub(e, f), threeHalves(f32x4.sub(v3, v2), half));
        v3 = f32x4.add(e, twice(f));
        v4 = f32x4.sub(e, f32x4.mul(half, f));
      } else if (kind == BACK) {
        const sum = f32x4.add(v1, v2);
        const difference = f32x4.sub(v1, v2);
        const e = f32x4.add(f32x4.add(f32x4.add(v0, sum), f32x4.add(v3, v4)), threeHalves(v5, half));
        const f = f32x4.add(
          f32x4.add(f32x4.sub(threeHalves(v0, half), v5), difference),
          f32x4.sub(twice(v3), f32x4.mul(half, v4)),
        );
        v1 = f32x4.neg(f);
        v2 = f32x4.sub(f32x4.sub(threeHalves(difference, half), v0), e);
        v3 = f32x4.add(f32x4.sub(threeHalves(sum, half), v5), f);
        v4 = e;
      } else if (kind == OUTPUT) {
        // The powers 0 to 3 of the points; the last one has infinity's too.
        const sum = f32x4.add(v1, v2);
        const difference = f32x4.sub(v1, v2);
        v0 = f32x4.add(f32x4.add(v0, sum), f32x4.add(v3, v4));
        v3 = f32x4.mul(half, v3);
        v4 = twice(v4);
        v1 = f32x4.add(difference, f32x4.sub(v3, v4));
        v3 = f32x4.mul(half, v3);
        v4 = twice(v4);
        v2 = f32x4.add(sum, f32x4.add(v3, v4));
        v3 = f32x4.mul(half, v3);
        v4 = twice(v4);
        v3 = f32x4.add(f32x4.add(difference, v5), f32x4.sub(v3, v4));
      } else if (kind == GRADIENT) {
        const even = f32x4.add(v0, v2);
        const odd = f32x4.add(v1, v3);
        v5 = v3;
        v4 = twice(f32x4.sub(v2, twice(v3)));
        v4 = f32x4.sub(v0, twice(f32x4.sub(v1, v4)));
        v3 = f32x4.mul(half, f32x4.add(v2, f32x4.mul(half, v3)));
        v3 = f32x4.add(v0, f32x4.mul(half, f32x4.add(v1, v3)));
        v1 = f32x4.add(even, odd);
        v2 = f32x4.sub(even, odd);
      } else {
        const third = f32x4.splat(1 / 3.0);
        const fifteenth = f32x4.splat(1 / 15.0);
        const minus = f32x4.splat(-16 / 15.0);
        if (kind == FILTER) {
          const even = f32x4.mul(third, f32x4.add(v0, v2));
          const odd = f32x4.mul(third, v1);
          v3 = f32x4.mul(minus, f32x4.add(v0, f32x4.mul(half, f32x4.add(v1, f32x4.mul(half, v2)))));
          v4 = f32x4.mul(fifteenth, f32x4.sub(v0, twice(f32x4.sub(v1, twice(v2)))));
          v5 = v2;
          v1 = f32x4.add(even, odd);
          v2 = f32x4.sub(odd, even);
        } else {
          const even = f32x4.mul(third, f32x4.sub(v1, v2));
          const odd = f32x4.mul(third, f32x4.add(v1, v2));
          v3 = f32x4.mul(minus, v3);
          v4 = f32x4.mul(fifteenth, v4);
          v0 = f32x4.add(f32x4.add(v0, even), f32x4.add(v3, v4));
          v3 = f32x4.mul(half, v3);
          v4 = twice(v4);
          v1 = f32x4.add(odd, f32x4.sub(v3, v4));
          v2 = f32x4.add(f32x4.add(even, v5), f32x4.add(f32x4.mul(half, v3), twice(v4)));
        }
      }
      at = to + channel;
      if (more) {
        v0 = f32x4.add(v0, v128.load(at));
        v1 = f32x4.add(v1, v128.load(at + toStep));
        v2 = f32x4.add(v2, v128.load(at + 2 * toStep));
        if (made > 3) {
          v3 = f32x4.add(v3, v128.load(at + 3 * toStep));
          v4 = f32x4.add(v4, v128.load(at + 4 * toStep));
          v5 = f32x4.add(v5, v128.load(at + 5 * toStep));
        }
      }
      v128.store(at, v0);
      if (made > 1) v128.store((at += toStep), v1);
      if (made > 2) v128.store((at += toStep), v2);
      if (made > 3) v128.store((at += toStep), v3);
      if (made > 4) {
        v128.store((at += toStep), v4);
        v128.store(at + toStep, v5);
      }
    }
    from += fromNext;
    to += toNext;
  }
}

// @ts-ignore: decorator
@inline
function twice(v: v128): v128 {
  return f32x4.add(v, v);
}

// @ts-ignore: decorator
@inline
function threeHalves(v: v128, half: v128): v128 {
  return f32x4.add(v, f32x4.mul(half, v));
}

/** 1 if all of n floats are finite, n a multiple of 4. */
export function finite(at: usize, n: i32): i32 {
  let sum = f32x4.splat(0);
  const zero = sum;
  for (const end = at + ((<usize>n) << 2); at < end; at += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(at), zero));
  return i32(!v128.any_true(f32x4.ne(sum, zero)));
}
