import { Tensor } from '@tensorflow/tfjs-core';
import type { ArrayData, TypedArray } from './array-data.js';

/** The values of what a function gave us: a tensor is read and disposed, as it is nobody else's; the rest stays as it is. */
export async function takeValues<T>(given: T | Tensor): Promise<T | ArrayData> {
  if (!(given instanceof Tensor)) return given;
  const data = (await given.data()) as TypedArray;
  given.dispose();
  return { data, shape: given.shape };
}
