import { backend_util, cumprod, mul, Prod, reshape, transpose, util, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(prod(x)) = dy times the product of the other elements (right also where some are 0). */
export const prodDerivative: Derivative<[Tensor], { axis: number | number[] }> = fromInput(Prod, (dy, x, { axis }) => {
  const axes = util.parseAxisParam(axis, x.shape);
  const others = x.shape.map((_, i) => i).filter((i) => !axes.includes(i));
  const order = [...others, ...axes];
  const moved = transpose(x, order);
  const rows = reshape(moved, [-1, axes.reduce((n, i) => n * (x.shape[i] ?? 1), 1)]);
  const rest = mul(cumprod(rows, 1, true, false), cumprod(rows, 1, true, true));
  const dx = reshape(mul(reshape(dy, [-1, 1]), rest), moved.shape);
  return transpose(dx, backend_util.getUndoAxesPermutation(order));
});
