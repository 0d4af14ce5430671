import type { Tensor } from '@tensorflow/tfjs-core';
import { byKey } from './by-key.js';
import type { Tensors } from './optimizer.js';

/** `f` of each tensor of `first` and of its namesakes in `others`, by name. */
export function mapTensors(
  f: (first: Tensor, ...others: Tensor[]) => Tensor,
  first: Tensors,
  ...others: readonly Tensors[]
): Tensors {
  return byKey(Object.keys(first), (name) => f(first[name]!, ...others.map((record) => record[name]!)));
}
