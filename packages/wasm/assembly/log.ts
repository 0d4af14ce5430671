/**
 * The natural logarithm, to about one unit in the last place (S. L. Moshier, Cephes library, logf).
 *
 * x = m 2^n, m in [sqrt(1/2), sqrt(2)); infinity and NaN stay, 0 gives -infinity, less gives NaN.
 */
export function log(x: f32): f32 {
  if (!(x > 0) || x == Infinity) return x == 0 ? -Infinity : x > 0 ? x : NaN;
  let n = 0;
  if (x < 1.17549435e-38) {
    x *= 8388608;
    n = -23;
  }
  const bits = reinterpret<i32>(x);
  n += (bits >> 23) - 126;
  let m = reinterpret<f32>((bits & 0x7fffff) | 0x3f000000);
  if (m < 0.70710678) {
    n -= 1;
    m += m;
  }
  m -= 1;
  const z = m * m;
  let p: f32 = 7.0376836292e-2;
  p = p * m - 1.1514610310e-1;
  p = p * m + 1.1676998740e-1;
  p = p * m - 1.2420140846e-1;
  p = p * m + 1.4249322787e-1;
  p = p * m - 1.6668057665e-1;
  p = p * m + 2.0000714765e-1;
  p = p * m - 2.4999993993e-1;
  p = p * m + 3.3333331174e-1;
  const e = <f32>n;
  let y = p * m * z - e * <f32>2.12194440e-4;
  y -= <f32>0.5 * z;
  return m + y + e * <f32>0.693359375;
}
