import type { Domain } from './axis.js';

/** How many values lie in each of the bins of equal width, and what is said of all. */
export interface Histogram {
  readonly bins: readonly { readonly x1: number; readonly x2: number; readonly count: number }[];
  readonly mean: number;
  /** The standard deviation of the population, as `np.std`. */
  readonly std: number;
  /** How many are exactly 0. */
  readonly zeros: number;
  /** How many are NaN or infinite; the rest does not count them. */
  readonly notFinite: number;
}

/** Counts the finite `values` in `count` bins over `domain`; those beyond its ends are in none. */
export function histogram(values: Float64Array, [low, high]: Domain, count: number): Histogram {
  const counts = new Float64Array(count);
  let [sum, finite, zeros] = [0, 0, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    finite++;
    sum += value;
    if (value === 0) zeros++;
    const bin = value === high ? count - 1 : Math.floor(((value - low) / (high - low)) * count);
    if (bin >= 0 && bin < count) counts[bin]! += 1;
  }
  const mean = sum / finite;
  let squares = 0;
  for (const value of values) if (Number.isFinite(value)) squares += (value - mean) ** 2;
  const at = (bin: number): number => low + ((high - low) * bin) / count;
  const bins = Array.from(counts, (n, bin) => ({ x1: at(bin), x2: at(bin + 1), count: n }));
  return { bins, mean, std: Math.sqrt(squares / finite), zeros, notFinite: values.length - finite };
}
