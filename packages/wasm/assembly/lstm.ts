// A whole sequence of long short-term memory, forward and backward (Hochreiter & Schmidhuber 1997; gates i, f, c, o as in
// Keras; sigmoid for gates, tanh for cells). Sequences are
// [batch, steps, .]; what is ours alone is [steps, batch, .], since matrices whose rows are far apart collide in the caches.
import { sigmoid, tanh } from './exp';
import { multiplyPacked, packAll, PRODUCT } from './gemm';
import { get, set } from './lanes';

/**
 * z = x kernel + h recurrent + bias; i, f, o = sigmoid(z); g = tanh(z); c = f c + i g; h = o tanh(c)
 *
 * @param bias [4 units] or 0
 * @param hs [batch, steps, units]: h of every step
 * @param gates [steps, batch, 4 units]: i, f, g, o for the way back
 * @param cells [steps, batch, units]: c of every step
 * @param h [batch, units]: the last one; c likewise
 * @param scratch PRODUCT + 4 * (features + units) * (4 units rounded up to 8) bytes
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
  const xLine = (<usize>features) << 2;
  const xRow = <usize>steps * xLine;
  const inputPanels = scratch + PRODUCT;
  const panels = inputPanels + xLine * <usize>((4 * units + 7) & ~7);
  packAll(kernel, inputPanels, features, 4 * units, wide, 0, 4);
  packAll(recurrent, panels, units, 4 * units, wide, 0, 4);
  memory.copy(h, h0, <usize>batch * line);
  memory.copy(c, c0, <usize>batch * line);
  for (let step = 0; step < steps; step++) {
    multiplyPacked(x, xRow, 4, inputPanels, gates, wide, batch, 4 * units, features, 0, scratch);
    multiplyPacked(h, line, 4, panels, gates, wide, batch, 4 * units, units, 1, scratch);
    for (let i = 0; i < batch; i++) {
      const state = <usize>i * line;
      const z = gates + (state << 2);
      let left = units;
      let at: usize = 0;
      for (; left >= 4; left -= 4) {
        forward(z + at, bias + at, bias, c + state + at, cells + state + at, h + state + at, line, 4);
        at += 16;
      }
      if (left > 0) forward(z + at, bias + at, bias, c + state + at, cells + state + at, h + state + at, line, left);
      memory.copy(hs + <usize>i * row, h + state, line);
    }
    x += xLine;
    hs += line;
    cells += <usize>batch * line;
    gates += <usize>batch * wide;
  }
}

/**
 * The way back: dz of every step and the gradients of the first states.
 *
 * @param dys gradient of hs, or 0
 * @param dhLast gradient of the last h, dcLast of the last c
 * @param dz [batch, steps, 4 units]
 * @param dh gradient of h0, dc of c0
 * @param scratch PRODUCT + 16 * units * (units rounded up to 8) + 16 * batch * units bytes
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
  const now = scratch + PRODUCT;
  const panels = now + ((<usize>batch * wide + 31) & ~31);
  memory.copy(dh, dhLast, <usize>batch * line);
  memory.copy(dc, dcLast, <usize>batch * line);
  packAll(recurrent, panels, 4 * units, units, 4, 1, wide);
  for (let step = steps - 1; step >= 0; step--) {
    const first = <usize>(step * batch) * line;
    const before = step > 0 ? cells + first - <usize>batch * line : c0;
    for (let i = 0; i < batch; i++) {
      const state = <usize>i * line;
      const z = gates + ((first + state) << 2);
      const c = cells + first + state;
      const d = now + (state << 2);
      const outer = <usize>i * row + <usize>step * line;
      const dy = dys + outer;
      let left = units;
      let at: usize = 0;
      for (; left >= 4; left -= 4) {
        backward(dys, dy + at, z + at, d + at, c + at, before + state + at, dh + state + at, dc + state + at, line, 4);
        at += 16;
      }
      if (left > 0) {
        backward(dys, dy + at, z + at, d + at, c + at, before + state + at, dh + state + at, dc + state + at, line, left);
      }
      memory.copy(dz + (outer << 2), d, wide);
    }
    multiplyPacked(now, wide, 4, panels, dh, line, batch, units, 4 * units, 0, scratch);
  }
}

/** Up to four units of a step: their gates, `line` bytes apart from z on, become activated; c and h are written. */
// @ts-ignore: decorator
@inline
function forward(z: usize, b: usize, bias: usize, c: usize, cells: usize, h: usize, line: usize, left: i32): void {
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
  const cell = f32x4.add(f32x4.mul(vf, get(c, left)), f32x4.mul(vi, vg));
  set(z, vi, left);
  set(z + line, vf, left);
  set(z + 2 * line, vg, left);
  set(z + 3 * line, vo, left);
  set(c, cell, left);
  set(cells, cell, left);
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
