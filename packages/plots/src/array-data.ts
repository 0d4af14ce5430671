/** The arrays of numbers that hold data. */
export type TypedArray =
  | Float32Array
  | Float64Array
  | Int8Array
  | Int16Array
  | Int32Array
  | Uint8Array
  | Uint8ClampedArray
  | Uint16Array
  | Uint32Array;

/**
 * Numbers in row-major order with their shape: a structural type, so what `@sixstep/datasets` and `predict` of
 * `@sixstep/model` return will do. With `scale` the values count as multiplied by it.
 */
export interface ArrayData {
  readonly data: TypedArray;
  readonly shape: readonly number[];
  readonly scale?: number;
}
