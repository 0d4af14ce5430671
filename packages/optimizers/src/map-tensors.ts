import type { Tensor } from '@tensorflow/tfjs-core';
import type { Tensors } from './optimizer.js';

/** `f` of each tensor of `first` and of its namesakes in `others`, by name. */
export function mapTensors(
  f: (first: Tensor, ...others: Tensor[]) => Tensor,
  first: Tensors,
  ...others: readonly Tensors[]
): Tensors {
  const result: Record<string, Tensor> = {};
  for (const name of Object.keys(first)) result[name] = f(first[name]!, ...others.map((record) => record[name]!));
  return result;
}
