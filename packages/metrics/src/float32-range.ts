/**
 * x, but infinite where a float32 would have overflowed and 0 where it would have vanished: we count in float64, which is
 * more exact, but in the range that Keras' numbers have.
 */
export function float32Range(x: number): number {
  const rounded = Math.fround(x);
  return rounded === 0 || !Number.isFinite(rounded) ? rounded : x;
}
