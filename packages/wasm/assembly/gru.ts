// A whole sequence of gated recurrent units, forward and backward (Cho et al. 2014, with the reset gate applied after the
// product, as cuDNN and Keras' reset_after have it; gates z, r, h as in Keras). Sequences are [batch, steps, .].
import { sigmoid, tanh } from './exp';
import { gemm, multiplyPacked, packAll } from './gemm';
import { get, set } from './lanes';
import { last } from './sequence';

/** Scratch of `gemm`. */
const PRODUCT: usize = 33024;

/**
 * a = x kernel + bias; b = h recurrent + bias'; z, r = sigmoid(a + b); g = tanh(a + r b); h = z h + (1 - z) g
 *
 * @param bias [2, 3 units]: bias, bias'; or 0
 * @param hs [batch, steps, units]: h of every step
 * @param gates [batch, steps, 3 units]: z, r, g for the way back
 * @param inner [batch, steps, units]: the b that r is multiplied by
 * @param h [batch, units]: the last one
 * @param scratch 33024 + 4 * units * (3 units rounded up to 8) + 12 * batch * units bytes
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
  const one = f32x4.splat(1);
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
      for (let at: usize = 0, left = units; left > 0; left -= 4) {
        const az = a + at;
        const bz = b + at;
        let z = f32x4.add(get(az, left), get(bz, left));
        let r = f32x4.add(get(az + line, left), get(bz + line, left));
        let g = get(az + 2 * line, left);
        let n = get(bz + 2 * line, left);
        if (bias != 0) {
          const c = bias + at;
          z = f32x4.add(z, f32x4.add(get(c, left), get(c + wide, left)));
          r = f32x4.add(r, f32x4.add(get(c + line, left), get(c + wide + line, left)));
          g = f32x4.add(g, get(c + 2 * line, left));
          n = f32x4.add(n, get(c + wide + 2 * line, left));
        }
        z = sigmoid(z);
        r = sigmoid(r);
        g = tanh(f32x4.add(g, f32x4.mul(r, n)));
        set(az, z, left);
        set(az + line, r, left);
        set(az + 2 * line, g, left);
        set(inner + next + at, n, left);
        set(hs + next + at, f32x4.add(f32x4.mul(z, get(old + at, left)), f32x4.mul(f32x4.sub(one, z), g)), left);
        at += 16;
      }
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
 * @param scratch 33024 + 12 * units * (units rounded up to 8) bytes
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
  const one = f32x4.splat(1);
  memory.copy(dh, dhLast, <usize>batch * line);
  packAll(recurrent, panels, 3 * units, units, 4, 1, 3 * line);
  for (let step = steps - 1; step >= 0; step--) {
    const first = <usize>step * line;
    for (let i = 0; i < batch; i++) {
      const now = first + <usize>i * row;
      const before = step > 0 ? hs + now - line : h0 + <usize>i * line;
      const state = dh + <usize>i * line;
      for (let at: usize = 0, left = units; left > 0; left -= 4) {
        const gate = gates + 3 * now + at;
        const a = da + 3 * now + at;
        const b = db + 3 * now + at;
        const z = get(gate, left);
        const r = get(gate + line, left);
        const g = get(gate + 2 * line, left);
        let h = get(state + at, left);
        if (dys != 0) h = f32x4.add(h, get(dys + now + at, left));
        const rest = f32x4.sub(one, z);
        const dg = f32x4.mul(f32x4.mul(h, rest), f32x4.sub(one, f32x4.mul(g, g)));
        const dz = f32x4.mul(f32x4.mul(h, f32x4.sub(get(before + at, left), g)), f32x4.mul(z, rest));
        const dr = f32x4.mul(f32x4.mul(dg, get(inner + now + at, left)), f32x4.mul(r, f32x4.sub(one, r)));
        set(a, dz, left);
        set(b, dz, left);
        set(a + line, dr, left);
        set(b + line, dr, left);
        set(a + 2 * line, dg, left);
        set(b + 2 * line, f32x4.mul(dg, r), left);
        set(state + at, f32x4.mul(h, z), left);
        at += 16;
      }
    }
    multiplyPacked(db + 3 * first, 3 * row, 4, panels, dh, line, batch, units, 3 * units, 1, scratch);
  }
}
