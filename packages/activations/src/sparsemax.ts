import {
  add,
  cast,
  cumsum,
  customGrad,
  div,
  gather,
  greater,
  greaterEqual,
  mul,
  neg,
  range,
  relu,
  reshape,
  sub,
  sum,
  type Tensor,
  topk,
} from '@tensorflow/tfjs-core';
import { alongAxes } from './along-axes.js';
import { maskOf } from './mask-of.js';

export interface SparsemaxOptions {
  /** The axis along which it works. Defaults to the last. */
  readonly axis?: number;
  /** Whether to compute the projection of the paper, whose values sum to 1, and not Keras' numbers. Defaults to false. */
  readonly exact?: boolean;
}

/**
 * A softmax with true zeros: sparsemax(x)_i = max(x_i - tau, 0).
 *
 * With z = x in descending order, c its cumulative sums and k the number of j with z_j > (c_j - 1) / j, the paper has
 * tau = (c_k - 1) / k. Keras 3.15 adds up all of c_1 ... c_k there, so that its values sum to 1 only where k = 1; that is
 * what you get unless you say `exact`.
 *
 * @param x any shape but a scalar
 * @throws Error if x has no such axis
 * @source Martins and Astudillo 2016, https://arxiv.org/abs/1602.02068, algorithm 1
 */
export function sparsemax(x: Tensor, { axis = -1, exact = false }: SparsemaxOptions = {}): Tensor {
  return alongAxes('sparsemax', x, axis, (x) => alongLast(x, exact));
}

const alongLast = (x: Tensor, exact: boolean): Tensor =>
  customGrad((input, save) => {
    const logits = input as Tensor;
    const last = logits.rank - 1; // cumsum on WASM takes no negative axis
    const { values, indices } = topk(logits, logits.shape[last]);
    const sums = cumsum(values, last);
    const places = range(1, logits.shape[last]! + 1);
    const support = maskOf(greater(sub(values, div(sub(sums, 1), places)), 0));
    const k = sum(support, -1, true);
    const total = sum(mul(exact ? values : sums, support), -1, true);
    const above = sub(logits, div(sub(total, 1), k));
    (save as (tensors: Tensor[]) => void)([above, support, k, indices]);
    return {
      value: relu(above),
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const [above, support, k, indices] = saved as [Tensor, Tensor, Tensor, Tensor];
        // d total / d z_j: in how many of the sums that count z_j occurs.
        const shares = exact ? support : mul(support, cumsum(support, last, false, true));
        const through = mul(dy, maskOf(greaterEqual(above, 0)));
        return sub(through, mul(sum(through, -1, true), reorder(div(shares, k), indices)));
      },
    };
  })(x);

/** From sorted order back to the order that it was sorted from. */
function reorder(sorted: Tensor, indices: Tensor): Tensor {
  const n = sorted.shape.at(-1)!;
  const places = reshape(topk(neg(cast(indices, 'float32')), n).indices, [-1, n]);
  const rows = reshape(range(0, places.shape[0]! * n, n, 'int32'), [-1, 1]);
  return reshape(gather(reshape(sorted, [-1]), reshape(add(places, rows), [-1])), sorted.shape);
}
