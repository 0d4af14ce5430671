// Four floats at a time, also where fewer are left.

/** The next floats, `left` of them if fewer than 4; zeros for the rest. */
// @ts-ignore: decorator
@inline
export function get(at: usize, left: i32): v128 {
  return left >= 4 ? v128.load(at) : getSome(at, left);
}

/** Stores as many floats as are `left`. */
// @ts-ignore: decorator
@inline
export function set(at: usize, value: v128, left: i32): void {
  if (left >= 4) v128.store(at, value);
  else setSome(at, value, left);
}

/** The sum of the lanes. */
// @ts-ignore: decorator
@inline
export function total(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 2) + (f32x4.extract_lane(v, 1) + f32x4.extract_lane(v, 3))
  );
}

/**
 * Zero for what is below float32's normal numbers: a running average that decays without new gradients would else stay among
 * the subnormal ones for ever, where arithmetic is many times slower. NaN remains.
 */
// @ts-ignore: decorator
@inline
export function flush(v: v128): v128 {
  return v128.andnot(v, f32x4.lt(f32x4.abs(v), f32x4.splat(1.17549435e-38)));
}

function getSome(at: usize, left: i32): v128 {
  let v = v128.load32_zero(at);
  if (left > 1) v = f32x4.replace_lane(v, 1, load<f32>(at, 4));
  if (left > 2) v = f32x4.replace_lane(v, 2, load<f32>(at, 8));
  return v;
}

function setSome(at: usize, value: v128, left: i32): void {
  store<f32>(at, f32x4.extract_lane(value, 0));
  if (left > 1) store<f32>(at, f32x4.extract_lane(value, 1), 4);
  if (left > 2) store<f32>(at, f32x4.extract_lane(value, 2), 8);
}
