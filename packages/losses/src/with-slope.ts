import { customGrad, div, expandDims, mean, mul, type Tensor } from '@tensorflow/tfjs-core';

/**
 * Losses of x with a derivative of their own.
 *
 * @param compute from x to the losses, one for each element or each row of x, and what `slope` needs
 * @param averaged whether to return the mean of all losses
 * @param slope the derivative of each loss by x, from what was kept for it; by default that is the slope itself
 */
export function withSlope(
  x: Tensor,
  compute: (x: Tensor) => Tensor[],
  averaged: boolean,
  slope: (kept: Tensor[]) => Tensor = ([kept]) => kept!,
): Tensor {
  const apply = customGrad((input, save) => {
    const [losses, ...kept] = compute(input as Tensor) as [Tensor, ...Tensor[]];
    (save as (tensors: Tensor[]) => void)(kept);
    return {
      value: averaged ? mean(losses) : losses,
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const scale = averaged ? div(dy, losses.size) : dy;
        return mul(slope(saved), losses.rank < x.rank && !averaged ? expandDims(scale, -1) : scale);
      },
    };
  });
  return apply(x);
}
