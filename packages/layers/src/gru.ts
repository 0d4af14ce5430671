import type { Tensor } from '@tensorflow/tfjs-core';
import { GRUCell, type GRUCellOptions } from './gru-cell.js';
import { cellOptions, Recurrent, type RecurrentOptions } from './recurrent.js';
import type { Tensors } from './shape.js';

/** Options of `gru`. */
export interface GRUOptions extends RecurrentOptions, GRUCellOptions {}

/** The layer behind `gru`. */
export class GRU<Out extends Tensors = Tensor> extends Recurrent<Out> {
  override readonly className: string = 'GRU';

  constructor(options: GRUOptions) {
    super(new GRUCell(cellOptions(options), 'gru'), options);
  }
}

/**
 * Gated recurrent unit.
 *
 * z = s(xz + hz), r = s(xr + hr), h[t] = z h[t - 1] + (1 - z) a(xh + r hh), s = recurrentActivation, a = activation,
 * xz, xr, xh = the blocks of x[t] kernel + bias[0], hz, hr, hh = the blocks of h[t - 1] recurrentKernel + bias[1];
 * without `resetAfter` there is one bias, and r hh is (r h[t - 1]) times its block of the recurrent kernel
 *
 * x: [batch, steps, features], kernel: [features, 3 units], recurrentKernel: [units, 3 units], bias: [2, 3 units],
 * y: [batch, units], or [batch, steps, units] with `returnSequences`
 *
 * A step that a mask leaves out keeps state and output. Cho et al. 2014, "Learning phrase representations using RNN encoder-decoder".
 *
 * @throws Error if `units` is not a positive integer
 */
export function gru(options: GRUOptions & { readonly returnState: true }): GRU<Tensor[]>;
export function gru(options: GRUOptions): GRU;
export function gru(options: GRUOptions): GRU<Tensors> {
  return new GRU<Tensors>(options);
}
