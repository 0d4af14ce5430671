// The exponential function and its relatives, four lanes at a time, to about one unit in the last place.
//
// x = n ln 2 + r, |r| <= ln 2 / 2; e^r - 1 = r + r^2 P(r) with P from S. L. Moshier's Cephes library (expf). `pmin` and `pmax`
// keep a NaN that is their first operand, and are single instructions where `min` and `max` are six.

/** 1.5 * 2^23: added to a number, it rounds it to an integer, which then stands in the lowest bits. */
const ROUND: f32 = 12582912;

/** x / ln 2, rounded, plus `ROUND`. */
// @ts-ignore: decorator
@inline
function shifted(x: v128): v128 {
  return f32x4.add(f32x4.mul(x, f32x4.splat(1.44269504088896341)), f32x4.splat(ROUND));
}

/** e^r - 1, where x = n ln 2 + r and `t` is n shifted. */
// @ts-ignore: decorator
@inline
function remainder(x: v128, t: v128): v128 {
  const n = f32x4.sub(t, f32x4.splat(ROUND));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.add(r, f32x4.mul(n, f32x4.splat(2.12194440e-4)));
  let p = f32x4.splat(1.987569150e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  return f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r);
}

/** 2^n for -126 <= n <= 127, 0 for -127, infinity for 128; n in the lowest bits of each lane, whatever is above. */
// @ts-ignore: decorator
@inline
function power(n: v128): v128 {
  return i32x4.add(i32x4.shl(n, 23), i32x4.splat(0x3f800000));
}

/** e^x: 0 and infinity at the ends, subnormal numbers before; NaN stays NaN. */
export function exp(x: v128): v128 {
  x = f32x4.pmax(f32x4.pmin(x, f32x4.splat(89)), f32x4.splat(-104));
  const t = shifted(x);
  // In two steps, since 2^n alone may not be a normal number.
  const n = i32x4.sub(t, f32x4.splat(ROUND));
  const half = i32x4.shr_s(n, 1);
  const scaled = f32x4.mul(f32x4.add(remainder(x, t), f32x4.splat(1)), power(half));
  return f32x4.mul(scaled, power(i32x4.sub(n, half)));
}

/** e^x - 1 for x <= 80. */
export function expm1(x: v128): v128 {
  x = f32x4.pmax(x, f32x4.splat(-20));
  const t = shifted(x);
  const scale = power(t);
  return f32x4.add(f32x4.mul(remainder(x, t), scale), f32x4.sub(scale, f32x4.splat(1)));
}

/** tanh(x) = (e^2x - 1) / (e^2x - 1 + 2), from |x|; odd to the bit. */
export function tanh(x: v128): v128 {
  const sign = v128.and(x, i32x4.splat(0x80000000));
  const e = expm1(f32x4.pmin(f32x4.mul(f32x4.abs(x), f32x4.splat(2)), f32x4.splat(20)));
  return v128.or(sign, f32x4.div(e, f32x4.add(e, f32x4.splat(2))));
}

/** 1 / (1 + e^-x), which is 0 from -88.4 on down. */
export function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1);
  x = f32x4.pmin(f32x4.pmax(f32x4.neg(x), f32x4.splat(-88)), f32x4.splat(89));
  const t = shifted(x);
  const e = f32x4.mul(f32x4.add(remainder(x, t), one), power(t));
  return f32x4.div(one, f32x4.add(one, e));
}
