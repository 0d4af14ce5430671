import { formatValue } from '@sixstep/parts';
import { transpose, type Tensor } from '@tensorflow/tfjs-core';
import { Layer, type LayerOptions } from './layer.js';
import type { Shape } from './shape.js';

/** Options of `permute`. */
export interface PermuteOptions extends LayerOptions {
  /** Which dimension of the input (from 1: the batch is 0) each of the output's is: `[2, 1]` swaps two. */
  readonly dims: readonly number[];
}

/** The layer behind `permute`. */
export class Permute extends Layer {
  override readonly className: string = 'Permute';
  private readonly dims: readonly number[];

  constructor(options: PermuteOptions) {
    super(options);
    const { dims } = options;
    if (!Array.isArray(dims) || [...dims].sort((a, b) => a - b).some((dim, i) => dim !== i + 1)) {
      throw new Error(`permute: expected dims to hold each of 1, 2, ... once, received ${formatValue(dims)}.`);
    }
    this.dims = dims;
    this.inputSpec = { rank: dims.length + 1 };
  }

  override call(x: Tensor): Tensor {
    return transpose(x, [0, ...this.dims]);
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return [0, ...this.dims].map((dim) => inputShape[dim]!);
  }
}

/**
 * Changes the order of a sample's dimensions.
 *
 * @throws Error if `dims` is not a permutation of 1, 2, ...
 */
export function permute(options: PermuteOptions): Permute {
  return new Permute(options);
}
