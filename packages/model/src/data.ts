import type { Tensor, TypedArray } from '@tensorflow/tfjs-core';
import type { Tensors } from '@sixstep/layers';

/**
 * Data outside the engine: numbers in row-major order, first dimension the samples. Any object of this form will do.
 * With `scale`, the values count as multiplied by it; that happens when a batch is cut, so that a data set of bytes stays
 * bytes (`scale: 1 / 255`).
 */
export interface ArrayData {
  readonly data: TypedArray | Float64Array;
  readonly shape: readonly number[];
  readonly scale?: number;
}

/** What stands for one input or one output. */
export type Data = Tensor | ArrayData;

/** The data that belong to a model's input or output: for a list, a list or a record by name. */
export type DataFor<T extends Tensors> = T extends Tensor[] ? readonly Data[] | Readonly<Record<string, Data>> : Data;
