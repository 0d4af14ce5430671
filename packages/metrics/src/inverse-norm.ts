/** 1 / max(norm, 1e-7) of float32 values, in float32 as Keras computes it: an underflowing square is 0. */
export function inverseNorm(squareSum: number): number {
  return Math.fround(Math.min(1 / Math.sqrt(Math.fround(squareSum)), 1e7));
}
