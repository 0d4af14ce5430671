import { util } from '@tensorflow/tfjs-core';

/** Numbers and an array shape: what a tensor is made of, on any backend. */
export interface Values {
  readonly data: Float32Array;
  readonly shape: number[];
}

/** A small generator of its own for each test, so that cases can be repeated. */
export interface Random {
  /** An integer from low to high, both included. */
  integer(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  /** Uniform in [-1, 1). */
  values(shape: number[]): Values;
}

/** xorshift32. */
export function random(seed: number): Random {
  let state = seed * 2654435761 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    integer,
    pick: (items) => items[integer(0, items.length - 1)]!,
    values: (shape) => ({
      shape,
      data: Float32Array.from({ length: util.sizeFromShape(shape) }, () => 2 * next() - 1),
    }),
  };
}
