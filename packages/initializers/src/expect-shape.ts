import { expectInteger, formatShape } from '@sixstep/parts';

/** The number of elements of `shape`, checked to be a list of non-negative integers. */
export function expectShape(place: string, shape: readonly number[]): number {
  return shape.reduce((size, dim, axis) => size * expectInteger(place, `shape[${axis}]`, dim, { min: 0 }), 1);
}

/** Throws unless `shape` has a rank that `fits`, described by `kind`. */
export function expectRank(place: string, shape: readonly number[], fits: boolean, kind: string): void {
  if (fits) return;
  throw new Error(`${place}: expected shape to have ${kind}, received ${formatShape(shape)} of rank ${shape.length}.`);
}
