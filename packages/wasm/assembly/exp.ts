// The exponential function and its relatives, four lanes at a time, to about one unit in the last place.
//
// x = n ln 2 + r, |r| <= ln 2 / 2; e^r - 1 = r + r^2 P(r) with P from S. L. Moshier's Cephes library (expf).

/** e^r - 1 for |r| <= ln 2 / 2. */
// @ts-ignore: decorator
@inline
function small(r: v128): v128 {
  let p = f32x4.splat(1.987569150e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  return f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r);
}

// @ts-ignore: decorator
@inline
function remainder(x: v128, n: v128): v128 {
  x = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  return f32x4.add(x, f32x4.mul(n, f32x4.splat(2.12194440e-4)));
}

// @ts-ignore: decorator
@inline
function whole(x: v128): v128 {
  return f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504088896341)));
}

/** 2^n for integers -126 <= n <= 127. */
// @ts-ignore: decorator
@inline
function power(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

/** e^x: 0 and infinity at the ends, subnormal numbers before; NaN stays NaN. */
export function exp(x: v128): v128 {
  x = f32x4.max(f32x4.min(x, f32x4.splat(89)), f32x4.splat(-104));
  const n = whole(x);
  const r = small(remainder(x, n));
  // In two steps, since 2^n alone may not be a normal number.
  const both = i32x4.trunc_sat_f32x4_s(n);
  const half = i32x4.shr_s(both, 1);
  const scaled = f32x4.mul(f32x4.add(r, f32x4.splat(1)), power(half));
  return f32x4.mul(scaled, power(i32x4.sub(both, half)));
}

/** e^x - 1 for x <= 80. */
export function expm1(x: v128): v128 {
  x = f32x4.max(x, f32x4.splat(-20));
  const n = whole(x);
  const r = small(remainder(x, n));
  const scale = power(i32x4.trunc_sat_f32x4_s(n));
  return f32x4.add(f32x4.mul(r, scale), f32x4.sub(scale, f32x4.splat(1)));
}

/** tanh(x) = (e^2x - 1) / (e^2x - 1 + 2), from |x|; odd to the bit. */
export function tanh(x: v128): v128 {
  const sign = v128.and(x, i32x4.splat(0x80000000));
  const e = expm1(f32x4.min(f32x4.mul(f32x4.abs(x), f32x4.splat(2)), f32x4.splat(20)));
  return v128.or(sign, f32x4.div(e, f32x4.add(e, f32x4.splat(2))));
}

/** 1 / (1 + e^-x), from e^-|x|. */
export function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1);
  const e = exp(f32x4.neg(f32x4.abs(x)));
  const above = v128.bitselect(e, one, f32x4.lt(x, f32x4.splat(0)));
  return f32x4.div(above, f32x4.add(one, e));
}
