import {
  abs,
  add,
  customGrad,
  div,
  mean,
  mul,
  neg,
  relu,
  sigmoid,
  softplus,
  sub,
  type Tensor,
} from '@tensorflow/tfjs-core';

/**
 * The cross-entropy max(x, 0) - x * targets + log(1 + exp(-|x|)) of each logit x, with the gradient sigmoid(x) - targets.
 * Nothing flows to the targets.
 *
 * @param reduced whether to return the mean over all elements and not the loss of each
 */
export function sigmoidCrossentropy(targets: Tensor, logits: Tensor, reduced: boolean): Tensor {
  const apply = customGrad((input, save) => {
    const x = input as Tensor;
    const losses: Tensor = add(sub(relu(x), mul(x, targets)), softplus(neg(abs(x))));
    (save as (tensors: Tensor[]) => void)([x, targets]);
    return {
      value: reduced ? mean(losses) : losses,
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const slope = sub(sigmoid(saved[0]!), saved[1]!);
        return mul(slope, reduced ? div(dy, losses.size) : dy);
      },
    };
  });
  return apply(logits);
}
