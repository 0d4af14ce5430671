// One step of an optimizer over a variable of n floats: w is read, `next` written, the slots m and v change in place.
// Each begins with decoupled weight decay: w - decay * w; subnormal slots become 0. The addresses advance by `at`; `left` is a constant 4 but at the end.
import { flush, get, set } from './lanes';

/** w - rate g */
export function sgd(w: usize, g: usize, next: usize, n: i32, decay: f32, rate: f32): void {
  const d = f32x4.splat(decay);
  const r = f32x4.splat(rate);
  let at: usize = 0;
  for (; n >= 4; n -= 4) {
    sgdSome(w, g, next, at, 4, d, r);
    at += 16;
  }
  if (n > 0) sgdSome(w, g, next, at, n, d, r);
}

// @ts-ignore: decorator
@inline
function sgdSome(w: usize, g: usize, next: usize, at: usize, left: i32, d: v128, r: v128): void {
  set(next + at, f32x4.sub(decayed(get(w + at, left), d), f32x4.mul(r, get(g + at, left))), left);
}

/** a = scale g; m = momentum m + a; w + step m, or w + step (momentum m + a) if nesterov */
export function momentum(
  w: usize,
  g: usize,
  m: usize,
  next: usize,
  n: i32,
  decay: f32,
  scale: f32,
  mu: f32,
  nesterov: i32,
  step: f32,
): void {
  const d = f32x4.splat(decay);
  const s = f32x4.splat(scale);
  const u = f32x4.splat(mu);
  const t = f32x4.splat(step);
  let at: usize = 0;
  for (; n >= 4; n -= 4) {
    momentumSome(w, g, m, next, at, 4, d, s, u, nesterov, t);
    at += 16;
  }
  if (n > 0) momentumSome(w, g, m, next, at, n, d, s, u, nesterov, t);
}

// @ts-ignore: decorator
@inline
function momentumSome(
  w: usize,
  g: usize,
  m: usize,
  next: usize,
  at: usize,
  left: i32,
  d: v128,
  s: v128,
  u: v128,
  nesterov: i32,
  t: v128,
): void {
  const a = f32x4.mul(s, get(g + at, left));
  let k = flush(f32x4.add(f32x4.mul(u, get(m + at, left)), a));
  set(m + at, k, left);
  if (nesterov) k = f32x4.add(f32x4.mul(u, k), a);
  set(next + at, f32x4.add(decayed(get(w + at, left), d), f32x4.mul(t, k)), left);
}

/** v = rho v + vRate g^2; w - rate g / sqrt(v + epsilon) */
export function rmsprop(
  w: usize,
  g: usize,
  v: usize,
  next: usize,
  n: i32,
  decay: f32,
  rate: f32,
  rho: f32,
  vRate: f32,
  epsilon: f32,
): void {
  const d = f32x4.splat(decay);
  const r = f32x4.splat(rate);
  const o = f32x4.splat(rho);
  const q = f32x4.splat(vRate);
  const e = f32x4.splat(epsilon);
  let at: usize = 0;
  for (; n >= 4; n -= 4) {
    rmspropSome(w, g, v, next, at, 4, d, r, o, q, e);
    at += 16;
  }
  if (n > 0) rmspropSome(w, g, v, next, at, n, d, r, o, q, e);
}

// @ts-ignore: decorator
@inline
function rmspropSome(
  w: usize,
  g: usize,
  v: usize,
  next: usize,
  at: usize,
  left: i32,
  d: v128,
  r: v128,
  o: v128,
  q: v128,
  e: v128,
): void {
  const y = get(g + at, left);
  const k = flush(f32x4.add(f32x4.mul(o, get(v + at, left)), f32x4.mul(f32x4.mul(q, y), y)));
  set(v + at, k, left);
  const step = f32x4.div(f32x4.mul(r, y), f32x4.sqrt(f32x4.add(k, e)));
  set(next + at, f32x4.sub(decayed(get(w + at, left), d), step), left);
}

/**
 * m += (g - m) mRate; v += (g^2 - v) vRate; w - (mScale m + gScale g) / (sqrt(v vScale) + epsilon)
 *
 * Adam has mScale = alpha, gScale = 0 and vScale = 1; Nadam uses all three.
 */
export function adam(
  w: usize,
  g: usize,
  m: usize,
  v: usize,
  next: usize,
  n: i32,
  decay: f32,
  mRate: f32,
  vRate: f32,
  mScale: f32,
  gScale: f32,
  vScale: f32,
  epsilon: f32,
  nesterov: i32,
): void {
  const d = f32x4.splat(decay);
  const a = f32x4.splat(mRate);
  const b = f32x4.splat(vRate);
  const s = f32x4.splat(mScale);
  const t = f32x4.splat(gScale);
  const u = f32x4.splat(vScale);
  const e = f32x4.splat(epsilon);
  let at: usize = 0;
  for (; n >= 4; n -= 4) {
    adamSome(w, g, m, v, next, at, 4, d, a, b, s, t, u, e, nesterov);
    at += 16;
  }
  if (n > 0) adamSome(w, g, m, v, next, at, n, d, a, b, s, t, u, e, nesterov);
}

// @ts-ignore: decorator
@inline
function adamSome(
  w: usize,
  g: usize,
  m: usize,
  v: usize,
  next: usize,
  at: usize,
  left: i32,
  d: v128,
  a: v128,
  b: v128,
  s: v128,
  t: v128,
  u: v128,
  e: v128,
  nesterov: i32,
): void {
  const y = get(g + at, left);
  let k = get(m + at, left);
  k = flush(f32x4.add(k, f32x4.mul(f32x4.sub(y, k), a)));
  set(m + at, k, left);
  let q = get(v + at, left);
  q = flush(f32x4.add(q, f32x4.mul(f32x4.sub(f32x4.mul(y, y), q), b)));
  set(v + at, q, left);
  k = f32x4.mul(s, k);
  if (nesterov) {
    k = f32x4.add(k, f32x4.mul(t, y));
    q = f32x4.mul(q, u);
  }
  const step = f32x4.div(k, f32x4.add(f32x4.sqrt(q), e));
  set(next + at, f32x4.sub(decayed(get(w + at, left), d), step), left);
}

// @ts-ignore: decorator
@inline
function decayed(w: v128, decay: v128): v128 {
  return f32x4.sub(w, f32x4.mul(decay, w));
}
