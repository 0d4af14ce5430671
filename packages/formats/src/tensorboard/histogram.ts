const BUCKETS = 30;

/**
 * How often values occur: rows of left edge, right edge and count, as TensorBoard's histograms have them.
 *
 * 30 buckets of equal width from the smallest to the largest value; the largest counts in the last one. If all values are the same,
 * every bucket is as narrow as this value and the last one counts them. Values that are not finite are left out.
 */
export function histogram(values: ArrayLike<number>): Float64Array {
  const finite = Float64Array.from(values).filter(Number.isFinite);
  if (finite.length === 0) return new Float64Array(0);
  let [min, max] = [Infinity, -Infinity];
  for (const value of finite) [min, max] = [Math.min(min, value), Math.max(max, value)];
  const width = (max - min) / BUCKETS;
  const rows = new Float64Array(3 * BUCKETS);
  for (let i = 0; i < BUCKETS; i++) {
    rows[3 * i] = min + i * width;
    rows[3 * i + 1] = i === BUCKETS - 1 ? max : min + (i + 1) * width;
  }
  for (const value of finite) {
    const bucket = width === 0 ? BUCKETS - 1 : Math.min(Math.floor((value - min) / width), BUCKETS - 1);
    rows[3 * bucket + 2]!++;
  }
  return rows;
}
