// Gradients of pooling. dx is zero at first; windows are cut at the borders of the image.

let batch: i32 = 0;
let inHeight: i32 = 0;
let inWidth: i32 = 0;
let channels: i32 = 0;
let outHeight: i32 = 0;
let outWidth: i32 = 0;

/** Sets the shapes of the next call: x [images, inRows, inColumns, depth], dy [images, outRows, outColumns, depth]. */
export function setPooling(images: i32, inRows: i32, inColumns: i32, depth: i32, outRows: i32, outColumns: i32): void {
  batch = images;
  inHeight = inRows;
  inWidth = inColumns;
  channels = depth;
  outHeight = outRows;
  outWidth = outColumns;
}

/**
 * dx[first greatest element of each window] += dy.
 *
 * @param fresh 1: the windows cover all of dx without overlapping, so that dx is written and need not be zero at first
 */
export function maxPoolGradient(
  x: usize,
  dy: usize,
  dx: usize,
  rows: i32,
  columns: i32,
  rowStep: i32,
  columnStep: i32,
  top: i32,
  left: i32,
  fresh: i32,
): void {
  const pixel = (<usize>channels) << 2;
  const line = <usize>inWidth * pixel;
  const quads = pixel & ~15;
  for (let image = 0; image < batch; image++) {
    for (let h = 0; h < outHeight; h++) {
      const r0 = max(h * rowStep - top, 0);
      const r1 = min(h * rowStep - top + rows, inHeight);
      for (let w = 0; w < outWidth; w++) {
        const c0 = max(w * columnStep - left, 0);
        const c1 = min(w * columnStep - left + columns, inWidth);
        const corner = <usize>r0 * line + <usize>c0 * pixel;
        const whole = r1 - r0 == 2 && c1 - c0 == 2;
        for (let c: usize = 0; c < quads; c += 16) {
          const g = v128.load(dy + c);
          if (whole) {
            square(x + corner + c, dx + corner + c, g, pixel, line, fresh);
            continue;
          }
          let best = f32x4.splat(-Infinity);
          let at = i32x4.splat(-1);
          for (let r = r0; r < r1; r++) {
            let place = <usize>r * line + <usize>c0 * pixel + c;
            for (let k = c0; k < c1; k++) {
              const v = v128.load(x + place);
              const more = f32x4.gt(v, best);
              best = v128.bitselect(v, best, more);
              at = v128.bitselect(i32x4.splat(<i32>place), at, more);
              place += pixel;
            }
          }
          for (let r = r0; r < r1; r++) {
            let place = <usize>r * line + <usize>c0 * pixel + c;
            for (let k = c0; k < c1; k++) {
              put(dx + place, v128.and(g, i32x4.eq(at, i32x4.splat(<i32>place))), fresh);
              place += pixel;
            }
          }
        }
        for (let c = quads; c < pixel; c += 4) {
          let best: f32 = -Infinity;
          let at: usize = 0;
          for (let r = r0; r < r1; r++) {
            let place = x + <usize>r * line + <usize>c0 * pixel + c;
            for (let k = c0; k < c1; k++) {
              const v = load<f32>(place);
              if (v > best) {
                best = v;
                at = place;
              }
              if (fresh) store<f32>(place - x + dx, 0);
              place += pixel;
            }
          }
          if (at != 0) store<f32>(at - x + dx, load<f32>(at - x + dx) + load<f32>(dy + c));
        }
        dy += pixel;
      }
    }
    x += <usize>inHeight * line;
    dx += <usize>inHeight * line;
  }
}

/** One window of 2 by 2, four channels: the commonest of all. */
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

/** dx[every element of each window] += dy * share. */
export function averagePoolGradient(
  dy: usize,
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
  const quads = pixel & ~15;
  const shares = f32x4.splat(share);
  for (let image = 0; image < batch; image++) {
    for (let h = 0; h < outHeight; h++) {
      const r0 = max(h * rowStep - top, 0);
      const r1 = min(h * rowStep - top + rows, inHeight);
      for (let w = 0; w < outWidth; w++) {
        const c0 = max(w * columnStep - left, 0);
        const c1 = min(w * columnStep - left + columns, inWidth);
        for (let r = r0; r < r1; r++) {
          let place = dx + <usize>r * line + <usize>c0 * pixel;
          for (let k = c0; k < c1; k++) {
            for (let c: usize = 0; c < quads; c += 16) add(place + c, f32x4.mul(v128.load(dy + c), shares));
            for (let c = quads; c < pixel; c += 4) {
              store<f32>(place + c, load<f32>(place + c) + load<f32>(dy + c) * share);
            }
            place += pixel;
          }
        }
        dy += pixel;
      }
    }
    dx += <usize>inHeight * line;
  }
}

// @ts-ignore: decorator
@inline
function add(to: usize, v: v128): void {
  v128.store(to, f32x4.add(v128.load(to), v));
}

// @ts-ignore: decorator
@inline
function put(to: usize, v: v128, fresh: i32): void {
  v128.store(to, fresh ? v : f32x4.add(v128.load(to), v));
}
