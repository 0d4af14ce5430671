import type { Tensor } from '@tensorflow/tfjs-core';

/** The numbers of a tensor outside the engine, row by row. */
export interface Values {
  readonly data: ArrayLike<number>;
  readonly shape: readonly number[];
}

/** Reads a tensor. */
export const read = (x: Tensor): Values => ({ data: x.dataSync() as ArrayLike<number>, shape: x.shape });

/** The product of dimensions `from` to `to` (all by default). */
export function sizeOf(shape: readonly number[], from = 0, to: number = shape.length): number {
  let size = 1;
  for (let i = from; i < to; i++) size *= shape[i]!;
  return size;
}

/** Whether two shapes are the same. */
export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The sum of all. */
export function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0, n = values.length; i < n; i++) sum += values[i]!;
  return sum;
}
