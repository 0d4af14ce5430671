import type { Tensor } from '@tensorflow/tfjs-core';
import { LSTMCell, type LSTMCellOptions } from './lstm-cell.js';
import { cellOptions, Recurrent, type RecurrentOptions } from './recurrent.js';
import type { Tensors } from './shape.js';

/** Options of `lstm`. */
export interface LSTMOptions extends RecurrentOptions, LSTMCellOptions {}

/** The layer behind `lstm`. */
export class LSTM<Out extends Tensors = Tensor> extends Recurrent<Out> {
  override readonly className: string = 'LSTM';

  constructor(options: LSTMOptions) {
    super(new LSTMCell(cellOptions(options), 'lstm'), options);
  }
}

/**
 * Long short-term memory.
 *
 * i, f, g, o = the four blocks of x[t] kernel + h[t - 1] recurrentKernel + bias; s = recurrentActivation, a = activation
 * c[t] = s(f) c[t - 1] + s(i) a(g); h[t] = s(o) a(c[t]); h[-1], c[-1] = `initialState` (a call option) or 0
 *
 * x: [batch, steps, features], kernel: [features, 4 units], recurrentKernel: [units, 4 units], bias: [4 units],
 * y: [batch, units], or [batch, steps, units] with `returnSequences`
 *
 * A step that a mask leaves out keeps states and output. Hochreiter and Schmidhuber 1997, "Long short-term memory".
 *
 * @throws Error if `units` is not a positive integer
 */
export function lstm(options: LSTMOptions & { readonly returnState: true }): LSTM<Tensor[]>;
export function lstm(options: LSTMOptions): LSTM;
export function lstm(options: LSTMOptions): LSTM<Tensors> {
  return new LSTM<Tensors>(options);
}
