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
 * Data outside the engine: numbers in row-major order, the first dimension the samples. A structural type, so any object
 * of this form will do, and what this package returns is understood by `fit`, `evaluate` and `predict`.
 *
 * With `scale` the values count as multiplied by it. That happens when a batch is cut, so images of bytes with
 * `scale: 1 / 255` lie in [0, 1] and stay bytes in memory.
 */
export interface ArrayData<T extends TypedArray = TypedArray> {
  readonly data: T;
  readonly shape: readonly number[];
  readonly scale?: number;
}

/** Arrays by name, with the same number of samples, such as `{ x, y }`. */
export type Arrays = Readonly<Record<string, ArrayData>>;
