import { type Numbers, sizeOf, type Values } from './values.js';

/** f of each row: of the numbers along the last axis. */
export function perRow({ data, shape }: Values, f: (row: Numbers, index: number) => number): Values {
  const [rows, length] = [shape.slice(0, -1), shape.at(-1) ?? 1];
  const results = new Float32Array(sizeOf(rows));
  return { data: results.map((_, i) => f(data.subarray(i * length, (i + 1) * length), i)), shape: rows };
}
