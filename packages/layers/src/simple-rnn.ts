import type { Tensor } from '@tensorflow/tfjs-core';
import { cellOptions, Recurrent, type RecurrentOptions } from './recurrent.js';
import type { Tensors } from './shape.js';
import { SimpleRNNCell } from './simple-rnn-cell.js';

/** Options of `simpleRNN`. */
export type SimpleRNNOptions = RecurrentOptions;

/** The layer behind `simpleRNN`. */
export class SimpleRNN<Out extends Tensors = Tensor> extends Recurrent<Out> {
  override readonly className: string = 'SimpleRNN';

  constructor(options: SimpleRNNOptions) {
    super(new SimpleRNNCell(cellOptions(options), 'simpleRNN'), options);
  }
}

/**
 * Fully connected recurrent layer.
 *
 * h[t] = activation(x[t] kernel + h[t - 1] recurrentKernel + bias), h[-1] = `initialState` (a call option) or 0
 *
 * x: [batch, steps, features], kernel: [features, units], recurrentKernel: [units, units], bias: [units],
 * y: [batch, units], or [batch, steps, units] with `returnSequences`
 *
 * A step that a mask leaves out keeps state and output.
 *
 * @throws Error if `units` is not a positive integer
 */
export function simpleRNN(options: SimpleRNNOptions & { readonly returnState: true }): SimpleRNN<Tensor[]>;
export function simpleRNN(options: SimpleRNNOptions): SimpleRNN;
export function simpleRNN(options: SimpleRNNOptions): SimpleRNN<Tensors> {
  return new SimpleRNN<Tensors>(options);
}
