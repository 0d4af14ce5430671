import type { DataType } from '@tensorflow/tfjs-core';
import type { CallOptions } from './call-context.js';
import type { AnyLayer } from './layer.js';
import type { Shape } from './shape.js';

/** One use of a layer in a graph of layers. */
export interface Node {
  readonly layer: AnyLayer;
  readonly inputs: readonly SymbolicTensor[];
  /** Whether `inputs` were given as a list. */
  readonly takesList: boolean;
  readonly options: CallOptions;
  readonly outputs: readonly SymbolicTensor[];
}

/**
 * Stands for a tensor that comes later: what `input({ shape })` gives, and what a layer gives when it is applied to one.
 * A functional model is made of them.
 */
export class SymbolicTensor {
  readonly shape: Shape;
  readonly dtype: DataType;
  /** The use of a layer that this comes from. */
  readonly node: Node;
  /** Which of the node's outputs this is. */
  readonly index: number;

  constructor(shape: Shape, dtype: DataType, node: Node, index: number) {
    this.shape = shape;
    this.dtype = dtype;
    this.node = node;
    this.index = index;
  }
}
