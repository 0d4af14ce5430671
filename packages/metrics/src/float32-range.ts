/**
 * x, but infinite where a float32 would have overflowed and 0 where it would have vanished: we count in float64, which is
 * more exact, but in the range that Keras' numbers have.
 */
export function float32Range(x: number): number {
  if (x > 3.4028235677973366e38 || x < -3.4028235677973366e38) return x * Infinity;
  return x < 7e-46 && x > -7e-46 ? 0 : x;
}
