import type { Values } from './values.js';

/** What stands for a prediction that is not among the k likeliest. */
export const NEVER = -1e10;

/** Replaces all but the k largest of each row (of equals the first) by `NEVER`. */
export function keepTopK({ data, shape }: Values, k: number): Values {
  const classes = shape.at(-1) ?? 1;
  const kept = new Float32Array(data.length).fill(NEVER);
  for (let start = 0; start < data.length; start += classes) {
    const order = Array.from({ length: classes }, (_, c) => start + c).sort((a, b) => data[b]! - data[a]! || a - b);
    for (const i of order.slice(0, k)) kept[i] = data[i]!;
  }
  return { data: kept, shape };
}
