import { sizeOf } from './values.js';

/** Where `axis` of `shape` stands: how many blocks before it, its length, and how many elements a step along it is. */
export function alongAxis(shape: readonly number[], axis: number): { outer: number; length: number; inner: number } {
  const at = axis < 0 ? shape.length + axis : axis;
  return { outer: sizeOf(shape, 0, at), length: shape[at] ?? 1, inner: sizeOf(shape, at + 1) };
}
