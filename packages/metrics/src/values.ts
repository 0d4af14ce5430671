import type { Tensor } from '@tensorflow/tfjs-core';

export type Numbers = Float32Array | Int32Array | Uint8Array;

/** The numbers of a tensor outside the engine, row by row. */
export interface Values {
  readonly data: Numbers;
  readonly shape: readonly number[];
}

/** Reads a tensor. */
export const read = (x: Tensor): Values => ({ data: x.dataSync() as Numbers, shape: x.shape });

/** The product of all dimensions. */
export const sizeOf = (shape: readonly number[]): number => shape.reduce((size, dim) => size * dim, 1);

/** The sum of all. */
export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
