// A whole sequence of gated recurrent units, forward and backward (Cho et al. 2014, with the reset gate applied after the
// product, as cuDNN and Keras' reset_after have it; gates z, r, h as in Keras). Sequences are [batch, steps, .].
import { sigmoid, tanh } from './exp';
import { gemm, multiplyPacked, packAll, PRODUCT } from './gemm';
import { get, set } from './lanes';
import { last } from './sequence';

/**
 * a = x kernel + bias; b = h recurrent + bias'; z, r = sigmoid(a + b); g = tanh(a + r b); h = z h + (1 - z) g
 *
 * @param bias [2, 3 units]: bias, bias'; or 0
 * @param hs [batch, steps, units]: h of every step
 * @param gates [batch, steps, 3 units]: z, r, g for the way back
 * @param inner [batch, steps, units]: the b that r is multiplied by
 * @param h [batch, units]: the last one
 * @param scratch PRODUCT + 4 * units * (3 units rounded up to 8) + 12 * batch * units bytes
 */
export function gru(
  x: usize,
  kernel: usize,
  recurrent: usize,
  bias: usize,
  h0: usize,
  hs: usize,
  gates: usize,
  inner: usize,
  h: usize,
  batch: i32,
  steps: i32,
  features: i32,
  units: i32,
  scratch: usize,
): void {
  const line = (<usize>units) << 2;
  const wide: usize = 3 * line;
  const row = <usize>steps * line;
  const products = scratch + PRODUCT;
  const panels = products + <usize>batch * wide;
  gemm(x, kernel, gates, batch * steps, 3 * units, features, 0, 0, scratch, 0);
  packAll(recurrent, panels, units, 3 * units, wide, 0, 4);
  let before = h0;
  let beforeRow = line;
  for (let step = 0; step < steps; step++) {
    multiplyPacked(before, beforeRow, 4, panels, products, wide, batch, 3 * units, units, 0, scratch);
    for (let i = 0; i < batch; i++) {
      const a = gates + <usize>i * 3 * row;
      const b = products + <usize>i * wide;
      const old = before + <usize>i * beforeRow;
      const next = <usize>i * row;
      let left = units;
      let at: usize = 0;
      for (; left >= 4; left -= 4) {
        forward(a + at, b + at, bias, bias + at, old + at, inner + next + at, hs + next + at, line, 4);
        at += 16;
      }
      if (left > 0) forward(a + at, b + at, bias, bias + at, old + at, inner + next + at, hs + next + at, line, left);
    }
    before = hs;
    beforeRow = row;
    hs += line;
    inner += line;
    gates += wide;
  }
  last(hs - row, h, batch, steps, units);
}

/**
 * The way back: da and db of every step, and the gradient of the first state.
 *
 * @param dys gradient of hs, or 0
 * @param da [batch, steps, 3 units], db likewise
 * @param dhLast gradient of the last h
 * @param dh gradient of h0
 * @param scratch PRODUCT + 12 * units * (units rounded up to 8) bytes
 */
export function gruGradient(
  dys: usize,
  dhLast: usize,
  recurrent: usize,
  h0: usize,
  hs: usize,
  gates: usize,
  inner: usize,
  da: usize,
  db: usize,
  dh: usize,
  batch: i32,
  steps: i32,
  units: i32,
  scratch: usize,
): void {
  const line = (<usize>units) << 2;
  const row = <usize>steps * line;
  const panels = scratch + PRODUCT;
  memory.copy(dh, dhLast, <usize>batch * line);
  packAll(recurrent, panels, 3 * units, units, 4, 1, 3 * line);
  for (let step = steps - 1; step >= 0; step--) {
    const first = <usize>step * line;
    for (let i = 0; i < batch; i++) {
      const now = first + <usize>i * row;
      const before = step > 0 ? hs + now - line : h0 + <usize>i * line;
      const state = dh + <usize>i * line;
      const gate = gates + 3 * now;
      const a = da + 3 * now;
      const b = db + 3 * now;
      let left = units;
      let at: usize = 0;
      for (; left >= 4; left -= 4) {
        backward(dys, dys + now + at, gate + at, a + at, b + at, before + at, inner + now + at, state + at, line, 4);
        at += 16;
      }
      if (left > 0) {
        backward(dys, dys + now + at, gate + at, a + at, b + at, before + at, inner + now + at, state + at, line, left);
      }
    }
    multiplyPacked(db + 3 * first, 3 * row, 4, panels, dh, line, batch, units, 3 * units, 1, scratch);
  }
}

/** Up to four units of a step: their gates, `line` bytes apart from a on, become activated; the inner b and h are written. */
// @ts-ignore: decorator
@inline
function forward(
  a: usize,
  b: usize,
  bias: usize,
  c: usize,
  old: usize,
  inner: usize,
  h: usize,
  line: usize,
  left: i32,
): void {
  let z = f32x4.add(get(a, left), get(b, left));
  let r = f32x4.add(get(a + line, left), get(b + line, left));
  let g = get(a + 2 * line, left);
  let n = get(b + 2 * line, left);
  if (bias != 0) {
    z = f32x4.add(z, f32x4.add(get(c, left), get(c + 3 * line, left)));
    r = f32x4.add(r, f32x4.add(get(c + line, left), get(c + 4 * line, left)));
    g = f32x4.add(g, get(c + 2 * line, left));
    n = f32x4.add(n, get(c + 5 * line, left));
  }
  z = sigmoid(z);
  r = sigmoid(r);
  g = tanh(f32x4.add(g, f32x4.mul(r, n)));
  set(a, z, left);
  set(a + line, r, left);
  set(a + 2 * line, g, left);
  set(inner, n, left);
  set(h, f32x4.add(f32x4.mul(z, get(old, left)), f32x4.mul(f32x4.sub(f32x4.splat(1), z), g)), left);
}

/** The same back: da and db are written, dh becomes what goes past the products to the step before. */
// @ts-ignore: decorator
@inline
function backward(
  dys: usize,
  dy: usize,
  gate: usize,
  a: usize,
  b: usize,
  before: usize,
  inner: usize,
  dh: usize,
  line: usize,
  left: i32,
): void {
  const one = f32x4.splat(1);
  const z = get(gate, left);
  const r = get(gate + line, left);
  const g = get(gate + 2 * line, left);
  let h = get(dh, left);
  if (dys != 0) h = f32x4.add(h, get(dy, left));
  const rest = f32x4.sub(one, z);
  const dg = f32x4.mul(f32x4.mul(h, rest), f32x4.sub(one, f32x4.mul(g, g)));
  const dz = f32x4.mul(f32x4.mul(h, f32x4.sub(get(before, left), g)), f32x4.mul(z, rest));
  const dr = f32x4.mul(f32x4.mul(dg, get(inner, left)), f32x4.mul(r, f32x4.sub(one, r)));
  set(a, dz, left);
  set(b, dz, left);
  set(a + line, dr, left);
  set(b + line, dr, left);
  set(a + 2 * line, dg, left);
  set(b + 2 * line, f32x4.mul(dg, r), left);
  set(dh, f32x4.mul(h, z), left);
}
