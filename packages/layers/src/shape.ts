import type { Tensor } from '@tensorflow/tfjs-core';
import type { SymbolicTensor } from './symbolic-tensor.js';

/** The sizes of a tensor's dimensions, batch first; `null` where a size is not known before data comes. */
export type Shape = readonly (number | null)[];

/** One tensor, or several for a layer that takes or returns several. */
export type Tensors = Tensor | Tensor[];

/** The shape, or shapes, that belong to a `Tensors`. */
export type ShapesOf<T extends Tensors> = T extends Tensor[] ? Shape[] : Shape;

/** The stand-in, or stand-ins, that belong to a `Tensors`. */
export type SymbolicOf<T extends Tensors> = T extends Tensor[] ? SymbolicTensor[] : SymbolicTensor;

/** One shape rather than a list of shapes. */
export function isShape(shape: Shape | readonly Shape[]): shape is Shape {
  return !Array.isArray(shape[0]);
}
