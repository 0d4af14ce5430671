// Pooling and its gradients. Windows are cut at the borders of the image.
import { get, set } from './lanes';

let batch: i32 = 0;
let inHeight: i32 = 0;
let inWidth: i32 = 0;
let channels: i32 = 0;
let outHeight: i32 = 0;
let outWidth: i32 = 0;

/** Sets the shapes of the next call: x [images, inRows, inColumns, depth], y [images, outRows, outColumns, depth]. */
export function setPooling(images: i32, inRows: i32, inColumns: i32, depth: i32, outRows: i32, outColumns: i32): void {
  batch = images;
  inHeight = inRows;
  inWidth = inColumns;
  channels = depth;
  outHeight = outRows;
  outWidth = outColumns;
}

/** y = the greatest element of each window; NaN if one is NaN. */
const MAX = 0;
/** dx[every element of each window] += dy * share */
const AVERAGE_GRADIENT = 1;
/** dx[first greatest element of each window] += dy; NaN is never the greatest. */
const MAX_GRADIENT = 2;
/** The same where windows cover all of dx without overlapping, so that dx is written and need not be zero at first. */
const FRESH_MAX_GRADIENT = 3;

/** Does one of the four (`kind`) window by window; y is dy for the gradients, and dx, but for the last kind, zero at first. */
export function pool(
  kind: i32,
  x: usize,
  y: usize,
  dx: usize,
  rows: i32,
  columns: i32,
  rowStep: i32,
  columnStep: i32,
  top: i32,
  left: i32,
  share: f32,
): void {
  const pixel = (<usize>channels) << 2;
  const line = <usize>inWidth * pixel;
  for (let image = 0; image < batch; image++) {
    for (let h = 0; h < outHeight; h++) {
      const r0 = max(h * rowStep - top, 0);
      const high = min(h * rowStep - top + rows, inHeight) - r0;
      for (let w = 0; w < outWidth; w++) {
        const c0 = max(w * columnStep - left, 0);
        const wide = min(w * columnStep - left + columns, inWidth) - c0;
        const corner = <usize>r0 * line + <usize>c0 * pixel;
        let from = x + corner;
        let to = dx + corner;
        let at = y;
        let some = channels;
        if (high == 2 && wide == 2 && kind != AVERAGE_GRADIENT) {
          // The commonest windows of all.
          for (; some >= 4; some -= 4) {
            if (kind == MAX) {
              const upper = f32x4.max(v128.load(from), v128.load(from + pixel));
              const lower = f32x4.max(v128.load(from + line), v128.load(from + line + pixel));
              v128.store(at, f32x4.max(upper, lower));
            } else {
              square(from, to, v128.load(at), pixel, line, i32(kind == FRESH_MAX_GRADIENT));
            }
            from += 16;
            to += 16;
            at += 16;
          }
        }
        for (; some > 0; some -= 4) {
          if (kind == MAX) {
            greatest(from, at, high, wide, pixel, line, some);
          } else {
            const g = get(at, some);
            if (kind == AVERAGE_GRADIENT) spread(to, g, high, wide, pixel, line, some, share);
            else route(from, to, g, high, wide, pixel, line, some, i32(kind == FRESH_MAX_GRADIENT));
          }
          from += 16;
          to += 16;
          at += 16;
        }
        y += pixel;
      }
    }
    x += <usize>inHeight * line;
    dx += <usize>inHeight * line;
  }
}

// What follows does one window of four channels, or of as many as there are left (`some`).

function greatest(x: usize, y: usize, high: i32, wide: i32, pixel: usize, line: usize, some: i32): void {
  let best = f32x4.splat(-Infinity);
  for (; high > 0; high--) {
    let at = x;
    for (let k = wide; k > 0; k--) {
      best = f32x4.max(best, get(at, some));
      at += pixel;
    }
    x += line;
  }
  set(y, best, some);
}

function spread(
  dx: usize,
  g: v128,
  high: i32,
  wide: i32,
  pixel: usize,
  line: usize,
  some: i32,
  share: f32,
): void {
  g = f32x4.mul(g, f32x4.splat(share));
  for (; high > 0; high--) {
    let at = dx;
    for (let k = wide; k > 0; k--) {
      set(at, f32x4.add(get(at, some), g), some);
      at += pixel;
    }
    dx += line;
  }
}

function route(
  x: usize,
  dx: usize,
  g: v128,
  high: i32,
  wide: i32,
  pixel: usize,
  line: usize,
  some: i32,
  fresh: i32,
): void {
  let best = f32x4.splat(-Infinity);
  let place = i32x4.splat(-1);
  for (let row = 0; row < high; row++) {
    let at = <usize>row * line;
    for (let k = wide; k > 0; k--) {
      const v = get(x + at, some);
      const more = f32x4.gt(v, best);
      best = v128.bitselect(v, best, more);
      place = v128.bitselect(i32x4.splat(<i32>at), place, more);
      at += pixel;
    }
  }
  for (let row = 0; row < high; row++) {
    let at = <usize>row * line;
    for (let k = wide; k > 0; k--) {
      let v = v128.and(g, i32x4.eq(place, i32x4.splat(<i32>at)));
      if (!fresh) v = f32x4.add(get(dx + at, some), v);
      set(dx + at, v, some);
      at += pixel;
    }
  }
}

/** The same for a window of 2 by 2 and four channels. */
// @ts-ignore: decorator
@inline
function square(x: usize, dx: usize, g: v128, pixel: usize, line: usize, fresh: i32): void {
  const v0 = v128.load(x);
  const v1 = v128.load(x + pixel);
  const v2 = v128.load(x + line);
  const v3 = v128.load(x + line + pixel);
  // Each mask: greater than all before it (from -Infinity on). The last one that is set holds the maximum.
  let best = f32x4.splat(-Infinity);
  let m0 = f32x4.gt(v0, best);
  best = v128.bitselect(v0, best, m0);
  let m1 = f32x4.gt(v1, best);
  best = v128.bitselect(v1, best, m1);
  let m2 = f32x4.gt(v2, best);
  best = v128.bitselect(v2, best, m2);
  const m3 = f32x4.gt(v3, best);
  m2 = v128.andnot(m2, m3);
  m1 = v128.andnot(m1, v128.or(m2, m3));
  m0 = v128.andnot(m0, v128.or(m1, v128.or(m2, m3)));
  put(dx, v128.and(g, m0), fresh);
  put(dx + pixel, v128.and(g, m1), fresh);
  put(dx + line, v128.and(g, m2), fresh);
  put(dx + line + pixel, v128.and(g, m3), fresh);
}

// @ts-ignore: decorator
@inline
function put(to: usize, v: v128, fresh: i32): void {
  v128.store(to, fresh ? v : f32x4.add(v128.load(to), v));
}
