/** The inner product of two columns. */
function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** q -= (p . q) p */
function removeAlong(q: Float64Array, p: Float64Array): void {
  const along = dot(p, q);
  for (let i = 0; i < q.length; i++) q[i]! -= along * p[i]!;
}

/**
 * Makes the columns orthonormal, in place: the Q of the QR decomposition whose R has a positive diagonal.
 *
 * Modified Gram-Schmidt in float64; a column that lost more than half its length is cleaned once more ("twice is
 * enough", Kahan). Sums run in one order and the operations are exactly rounded, so the bits are the same everywhere.
 */
export function orthonormalize(columns: readonly Float64Array[]): void {
  columns.forEach((q, j) => {
    for (let pass = 0; pass < 2; pass++) {
      const before = dot(q, q);
      for (let i = 0; i < j; i++) removeAlong(q, columns[i]!);
      if (dot(q, q) > before / 4) break;
    }
    const length = Math.sqrt(dot(q, q));
    for (let i = 0; i < q.length; i++) q[i]! /= length;
  });
}
