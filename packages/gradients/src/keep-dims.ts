import { util } from '@tensorflow/tfjs-core';

/** The shape after a reduction over `axis` that keeps the reduced axes, with size 1. */
export function keepDims(shape: number[], axis: number | number[]): number[] {
  const axes = util.parseAxisParam(axis, shape);
  return shape.map((n, i) => (axes.includes(i) ? 1 : n));
}
