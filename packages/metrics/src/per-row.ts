import { type Numbers, sizeOf, type Values } from './values.js';

/** f of each row, the numbers along the last axis: those of `data` from `start` to before `end`. */
export function perRow(
  { data, shape }: Values,
  f: (data: Numbers, start: number, end: number, row: number) => number,
): Values {
  const [rows, length] = [shape.slice(0, -1), shape.at(-1) ?? 1];
  const results = new Float32Array(sizeOf(rows));
  for (let i = 0; i < results.length; i++) results[i] = f(data, i * length, (i + 1) * length, i);
  return { data: results, shape: rows };
}
