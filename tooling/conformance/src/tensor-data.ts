import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { DataFor } from '@sixstep/model';
import { isTensorData, type Json, type TensorData } from './fixture.js';

/** A fixture's tensor as a tensor of the backend. */
export function toTensor({ shape, dtype, data }: TensorData): Tensor {
  const values = data.map(Number);
  if (dtype === 'bool') return tensor(Uint8Array.from(values), [...shape], 'bool');
  if (dtype.startsWith('int')) return tensor(Int32Array.from(values), [...shape], 'int32');
  return tensor(Float32Array.from(values), [...shape], 'float32');
}

/** Fixture's tensors anywhere in lists and objects as tensors; everything else as it is. */
export function toTensors(value: unknown): unknown {
  if (isTensorData(value)) return toTensor(value);
  return Array.isArray(value) ? value.map(toTensors) : value;
}

/** What `fit` takes: one tensor, or several in a list or in a record by name. */
export const toData = (value: unknown): DataFor<Tensor | Tensor[]> =>
  (isTensorData(value)
    ? toTensor(value)
    : Array.isArray(value)
      ? value.map(toData)
      : Object.fromEntries(Object.entries(value as Json).map(([name, item]) => [name, toData(item)]))) as DataFor<
    Tensor | Tensor[]
  >;
