// A whole sequence of long short-term memory, forward and backward (Hochreiter & Schmidhuber 1997; gates i, f, c, o as in
// Keras; sigmoid for gates, tanh for cells). All sequences are [batch, steps, .]: a step is a matrix with long rows.
import { sigmoid, tanh } from './exp';
import { gemm, multiplyPacked, packAll, PRODUCT } from './gemm';
import { get, set } from './lanes';
import { last } from './sequence';

/**
 * z = x kernel + h recurrent + bias; i, f, o = sigmoid(z); g = tanh(z); c = f c + i g; h = o tanh(c)
 *
 * @param bias [4 units] or 0
 * @param hs [batch, steps, units]: h of every step
 * @param gates [batch, steps, 4 units]: i, f, g, o for the way back
 * @param cells [batch, steps, units]: c of every step
 * @param h [batch, units]: the last one; c likewise
 * @param scratch PRODUCT + 4 * units * 4 * (units rounded up to 8) bytes
 */
export function lstm(
  x: usize,
  kernel: usize,
  recurrent: usize,
  bias: usize,
  h0: usize,
  c0: usize,
  hs: usize,
  gates: usize,
  cells: usize,
  h: usize,
  c: usize,
  batch: i32,
  steps: i32,
  features: i32,
  units: i32,
  scratch: usize,
): void {
  const line = (<usize>units) << 2;
  const wide = line << 2;
  const row = <usize>steps * line;
  const panels = scratch + PRODUCT;
  gemm(x, kernel, gates, batch * steps, 4 * units, features, 0, 0, scratch, 0);
  packAll(recurrent, panels, units, 4 * units, wide, 0, 4);
  let before = h0;
  let cellBefore = c0;
  let beforeRow = line;
  for (let step = 0; step < steps; step++) {
    multiplyPacked(before, beforeRow, 4, panels, gates, row << 2, batch, 4 * units, units, 1, scratch);
    for (let i = 0; i < batch; i++) {
      const z = gates + <usize>i * (row << 2);
      const old = cellBefore + <usize>i * beforeRow;
      const next = <usize>i * row;
      let left = units;
      let at: usize = 0;
      for (; left >= 4; left -= 4) {
        forward(z + at, bias + at, bias, old + at, cells + next + at, hs + next + at, line, 4);
        at += 16;
      }
      if (left > 0) forward(z + at, bias + at, bias, old + at, cells + next + at, hs + next + at, line, left);
    }
    before = hs;
    cellBefore = cells;
    beforeRow = row;
    hs += line;
    cells += line;
    gates += wide;
  }
  last(hs - row, h, batch, steps, units);
  last(cells - row, c, batch, steps, units);
}

/**
 * The way back: dz of every step, the gradient of `recurrent`, and those of the first states.
 *
 * @param dys gradient of hs, or 0
 * @param dz [batch, steps, 4 units]
 * @param dhLast gradient of the last h, dcLast of the last c
 * @param dh gradient of h0, dc of c0
 * @param scratch PRODUCT + 4 * (4 units * (units rounded up to 8)) bytes
 */
export function lstmGradient(
  dys: usize,
  dhLast: usize,
  dcLast: usize,
  recurrent: usize,
  c0: usize,
  gates: usize,
  cells: usize,
  dz: usize,
  dh: usize,
  dc: usize,
  batch: i32,
  steps: i32,
  units: i32,
  scratch: usize,
): void {
  const line = (<usize>units) << 2;
  const wide = line << 2;
  const row = <usize>steps * line;
  const panels = scratch + PRODUCT;
  memory.copy(dh, dhLast, <usize>batch * line);
  memory.copy(dc, dcLast, <usize>batch * line);
  packAll(recurrent, panels, 4 * units, units, 4, 1, wide);
  for (let step = steps - 1; step >= 0; step--) {
    const first = <usize>step * line;
    for (let i = 0; i < batch; i++) {
      const now = first + <usize>i * row;
      const c = cells + now;
      const before = step > 0 ? c - line : c0 + <usize>i * line;
      const z = gates + (now << 2);
      const d = dz + (now << 2);
      const state = <usize>i * line;
      let left = units;
      let at: usize = 0;
      for (; left >= 4; left -= 4) {
        backward(dys, dys + now + at, z + at, d + at, c + at, before + at, dh + state + at, dc + state + at, line, 4);
        at += 16;
      }
      if (left > 0) {
        backward(dys, dys + now + at, z + at, d + at, c + at, before + at, dh + state + at, dc + state + at, line, left);
      }
    }
    multiplyPacked(dz + (first << 2), row << 2, 4, panels, dh, line, batch, units, 4 * units, 0, scratch);
  }
}

/** Up to four units of a step: their gates, `line` bytes apart from z on, become activated; c and h are written. */
// @ts-ignore: decorator
@inline
function forward(z: usize, b: usize, bias: usize, old: usize, c: usize, h: usize, line: usize, left: i32): void {
  let vi = get(z, left);
  let vf = get(z + line, left);
  let vg = get(z + 2 * line, left);
  let vo = get(z + 3 * line, left);
  if (bias != 0) {
    vi = f32x4.add(vi, get(b, left));
    vf = f32x4.add(vf, get(b + line, left));
    vg = f32x4.add(vg, get(b + 2 * line, left));
    vo = f32x4.add(vo, get(b + 3 * line, left));
  }
  vi = sigmoid(vi);
  vf = sigmoid(vf);
  vg = tanh(vg);
  vo = sigmoid(vo);
  const cell = f32x4.add(f32x4.mul(vf, get(old, left)), f32x4.mul(vi, vg));
  set(z, vi, left);
  set(z + line, vf, left);
  set(z + 2 * line, vg, left);
  set(z + 3 * line, vo, left);
  set(c, cell, left);
  set(h, f32x4.mul(vo, tanh(cell)), left);
}

/** The same back: dz is written, dc becomes that of the step before. */
// @ts-ignore: decorator
@inline
function backward(
  dys: usize,
  dy: usize,
  z: usize,
  dz: usize,
  c: usize,
  before: usize,
  dh: usize,
  dc: usize,
  line: usize,
  left: i32,
): void {
  const one = f32x4.splat(1);
  const vi = get(z, left);
  const vf = get(z + line, left);
  const vg = get(z + 2 * line, left);
  const vo = get(z + 3 * line, left);
  let vh = get(dh, left);
  if (dys != 0) vh = f32x4.add(vh, get(dy, left));
  const t = tanh(get(c, left));
  const o = f32x4.mul(vh, vo);
  const vc = f32x4.add(get(dc, left), f32x4.mul(o, f32x4.sub(one, f32x4.mul(t, t))));
  set(dz, f32x4.mul(f32x4.mul(vc, vg), f32x4.mul(vi, f32x4.sub(one, vi))), left);
  set(dz + line, f32x4.mul(f32x4.mul(vc, get(before, left)), f32x4.mul(vf, f32x4.sub(one, vf))), left);
  set(dz + 2 * line, f32x4.mul(f32x4.mul(vc, vi), f32x4.sub(one, f32x4.mul(vg, vg))), left);
  set(dz + 3 * line, f32x4.mul(f32x4.mul(o, t), f32x4.sub(one, vo)), left);
  set(dc, f32x4.mul(vc, vf), left);
}
