// One step of an optimizer over a variable of n floats: w is read, `next` written, the slots m and v change in place.
// Each begins with decoupled weight decay: w - decay * w.
import { get, set } from './lanes';

/** w - rate g */
export function sgd(w: usize, g: usize, next: usize, n: i32, decay: f32, rate: f32): void {
  const d = f32x4.splat(decay);
  const r = f32x4.splat(rate);
  for (let left = n; left > 0; left -= 4) {
    const x = decayed(get(w, left), d);
    set(next, f32x4.sub(x, f32x4.mul(r, get(g, left))), left);
    w += 16;
    g += 16;
    next += 16;
  }
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
  for (let left = n; left > 0; left -= 4) {
    const a = f32x4.mul(s, get(g, left));
    let k = f32x4.add(f32x4.mul(u, get(m, left)), a);
    set(m, k, left);
    if (nesterov) k = f32x4.add(f32x4.mul(u, k), a);
    set(next, f32x4.add(decayed(get(w, left), d), f32x4.mul(t, k)), left);
    w += 16;
    g += 16;
    m += 16;
    next += 16;
  }
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
  for (let left = n; left > 0; left -= 4) {
    const y = get(g, left);
    const k = f32x4.add(f32x4.mul(o, get(v, left)), f32x4.mul(f32x4.mul(q, y), y));
    set(v, k, left);
    const step = f32x4.div(f32x4.mul(r, y), f32x4.sqrt(f32x4.add(k, e)));
    set(next, f32x4.sub(decayed(get(w, left), d), step), left);
    w += 16;
    g += 16;
    v += 16;
    next += 16;
  }
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
  for (let left = n; left > 0; left -= 4) {
    const y = get(g, left);
    let k = get(m, left);
    k = f32x4.add(k, f32x4.mul(f32x4.sub(y, k), a));
    set(m, k, left);
    let q = get(v, left);
    q = f32x4.add(q, f32x4.mul(f32x4.sub(f32x4.mul(y, y), q), b));
    set(v, q, left);
    k = f32x4.mul(s, k);
    if (nesterov) {
      k = f32x4.add(k, f32x4.mul(t, y));
      q = f32x4.mul(q, u);
    }
    const step = f32x4.div(k, f32x4.add(f32x4.sqrt(q), e));
    set(next, f32x4.sub(decayed(get(w, left), d), step), left);
    w += 16;
    g += 16;
    m += 16;
    v += 16;
    next += 16;
  }
}

// @ts-ignore: decorator
@inline
function decayed(w: v128, decay: v128): v128 {
  return f32x4.sub(w, f32x4.mul(decay, w));
}
