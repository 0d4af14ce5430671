// A whole sequence of gated recurrent units, forward and backward (Cho et al. 2014, with the reset gate applied after the
// product, as cuDNN and Keras' reset_after have it; gates z, r, h as in Keras). Sequences are [batch, steps,
// .]; what is ours alone is [steps, batch, .], since matrices whose rows are far apart collide in the caches.
import { sigmoid, tanh } from './exp';
import { multiplyPacked, packAll, PRODUCT } from './gemm';
import { get, set } from './lanes';

/**
 * a = x kernel + bias; b = h recurrent + bias'; z, r = sigmoid(a + b); g = tanh(a + r b); h = z h + (1 - z) g
 *
 * @param bias [2, 3 units]: bias, bias'; or 0
 * @param hs [batch, steps, units]: h of every step
 * @param gates [steps, batch, 3 units]: z, r, g for the way back
 * @param inner [steps, batch, units]: the b that r is multiplied by
 * @param h [batch, units]: the last one
 * @param scratch PRODUCT + 4 * (features + units) * (3 units rounded up to 8) + 12 * batch * units bytes
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
  const xLine = (<usize>features) << 2;
  const xRow = <usize>steps * xLine;
  const products = scratch + PRODUCT;
  const inputPanels = products + ((<usize>batch * wide + 31) & ~31);
  const panels = inputPanels + xLine * <usize>((3 * units + 7) & ~7);
  packAll(kernel, inputPanels, features, 3 * units, wide, 0, 4);
  packAll(recurrent, panels, units, 3 * units, wide, 0, 4);
  memory.copy(h, h0, <usize>batch * line);
  for (let step = 0; step < steps; step++) {
    multiplyPacked(x, xRow, 4, inputPanels, gates, wide, batch, 3 * units, features, 0, scratch);
    multiplyPacked(h, line, 4, panels, products, wide, batch, 3 * units, units, 0, scratch);
    for (let i = 0; i < batch; i++) {
      const state = <usize>i * line;
      const a = gates + 3 * state;
      const b = products + 3 * state;
      let left = units;
      let at: usize = 0;
      for (; left >= 4; left -= 4) {
        forward(a + at, b + at, bias, bias + at, inner + state + at, h + state + at, line, 4);
        at += 16;
      }
      if (left > 0) forward(a + at, b + at, bias, bias + at, inner + state + at, h + state + at, line, left);
      memory.copy(hs + <usize>i * row, h + state, line);
    }
    x += xLine;
    hs += line;
    inner += <usize>batch * line;
    gates += <usize>batch * wide;
  }
}

/**
 * The way back: da and db of every step, and the gradient of the first state.
 *
 * @param dys gradient of hs, or 0
 * @param dhLast gradient of the last h
 * @param before [batch, steps, units]: h before every step
 * @param da [batch, steps, 3 units], db likewise
 * @param dh gradient of h0
 * @param scratch PRODUCT + 12 * units * (units rounded up to 8) + 12 * batch * units bytes
 */
export function gruGradient(
  dys: usize,
  dhLast: usize,
  recurrent: usize,
  before: usize,
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
  const wide: usize = 3 * line;
  const row = <usize>steps * line;
  const now = scratch + PRODUCT;
  const panels = now + ((<usize>batch * wide + 31) & ~31);
  memory.copy(dh, dhLast, <usize>batch * line);
  packAll(recurrent, panels, 3 * units, units, 4, 1, wide);
  for (let step = steps - 1; step >= 0; step--) {
    const first = <usize>(step * batch) * line;
    for (let i = 0; i < batch; i++) {
      const state = <usize>i * line;
      const outer = <usize>i * row + <usize>step * line;
      const gate = gates + 3 * (first + state);
      const n = inner + first + state;
      const a = da + 3 * outer;
      const b = now + 3 * state;
      const old = before + outer;
      const dy = dys + outer;
      let left = units;
      let at: usize = 0;
      for (; left >= 4; left -= 4) {
        backward(dys, dy + at, gate + at, a + at, b + at, old + at, n + at, dh + state + at, line, 4);
        at += 16;
      }
      if (left > 0) backward(dys, dy + at, gate + at, a + at, b + at, old + at, n + at, dh + state + at, line, left);
      memory.copy(db + 3 * outer, b, wide);
    }
    multiplyPacked(now, wide, 4, panels, dh, line, batch, units, 3 * units, 1, scratch);
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
  set(h, f32x4.add(f32x4.mul(z, get(h, left)), f32x4.mul(f32x4.sub(f32x4.splat(1), z), g)), left);
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
