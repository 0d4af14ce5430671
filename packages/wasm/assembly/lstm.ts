// A whole sequence of long short-term memory, forward and backward (Hochreiter & Schmidhuber 1997; gates i, f, c, o as in
// Keras; sigmoid for gates, tanh for cells). All sequences are [batch, steps, .]: a step is a matrix with long rows.
import { sigmoid, tanh } from './exp';
import { gemm, multiplyPacked, packAll } from './gemm';
import { get, set } from './lanes';
import { last } from './sequence';

/** Scratch of `gemm`. */
const PRODUCT: usize = 33024;

/**
 * z = x kernel + h recurrent + bias; i, f, o = sigmoid(z); g = tanh(z); c = f c + i g; h = o tanh(c)
 *
 * @param bias [4 units] or 0
 * @param hs [batch, steps, units]: h of every step
 * @param gates [batch, steps, 4 units]: i, f, g, o for the way back
 * @param cells [batch, steps, units]: c of every step
 * @param h [batch, units]: the last one; c likewise
 * @param scratch 33024 + 4 * units * 4 * (units rounded up to 8) bytes
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
      for (let at: usize = 0, left = units; left > 0; left -= 4) {
        const zi = z + at;
        const zf = zi + line;
        const zg = zf + line;
        const zo = zg + line;
        let vi = get(zi, left);
        let vf = get(zf, left);
        let vg = get(zg, left);
        let vo = get(zo, left);
        if (bias != 0) {
          vi = f32x4.add(vi, get(bias + at, left));
          vf = f32x4.add(vf, get(bias + at + line, left));
          vg = f32x4.add(vg, get(bias + at + 2 * line, left));
          vo = f32x4.add(vo, get(bias + at + 3 * line, left));
        }
        vi = sigmoid(vi);
        vf = sigmoid(vf);
        vg = tanh(vg);
        vo = sigmoid(vo);
        const cell = f32x4.add(f32x4.mul(vf, get(old + at, left)), f32x4.mul(vi, vg));
        set(zi, vi, left);
        set(zf, vf, left);
        set(zg, vg, left);
        set(zo, vo, left);
        set(cells + next + at, cell, left);
        set(hs + next + at, f32x4.mul(vo, tanh(cell)), left);
        at += 16;
      }
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
 * @param scratch 33024 + 4 * (4 units * (units rounded up to 8)) bytes
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
  const one = f32x4.splat(1);
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
      for (let at: usize = 0, left = units; left > 0; left -= 4) {
        const zi = z + at;
        const di = d + at;
        const vi = get(zi, left);
        const vf = get(zi + line, left);
        const vg = get(zi + 2 * line, left);
        const vo = get(zi + 3 * line, left);
        let vh = get(dh + state + at, left);
        if (dys != 0) vh = f32x4.add(vh, get(dys + now + at, left));
        const t = tanh(get(c + at, left));
        const o = f32x4.mul(vh, vo);
        const vc = f32x4.add(get(dc + state + at, left), f32x4.mul(o, f32x4.sub(one, f32x4.mul(t, t))));
        set(di, f32x4.mul(f32x4.mul(vc, vg), f32x4.mul(vi, f32x4.sub(one, vi))), left);
        set(
          di + line,
          f32x4.mul(f32x4.mul(vc, get(before + at, left)), f32x4.mul(vf, f32x4.sub(one, vf))),
          left,
        );
        set(di + 2 * line, f32x4.mul(f32x4.mul(vc, vi), f32x4.sub(one, f32x4.mul(vg, vg))), left);
        set(di + 3 * line, f32x4.mul(f32x4.mul(o, t), f32x4.sub(one, vo)), left);
        set(dc + state + at, f32x4.mul(vc, vf), left);
        at += 16;
      }
    }
    multiplyPacked(dz + (first << 2), row << 2, 4, panels, dh, line, batch, units, 4 * units, 0, scratch);
  }
}
