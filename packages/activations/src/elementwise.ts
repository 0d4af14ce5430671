import { customGrad, mul, type Tensor } from '@tensorflow/tfjs-core';

type Save = (tensors: Tensor[]) => void;

/** y = f(x), element by element, with dy/dx = derivative(x) in place of what the tape would make of f. */
export function elementwise(x: Tensor, f: (x: Tensor) => Tensor, derivative: (x: Tensor) => Tensor): Tensor {
  const apply = customGrad((input, save) => {
    (save as Save)([input as Tensor]);
    return {
      value: f(input as Tensor),
      gradFunc: (dy: Tensor, saved: Tensor[]) => mul(dy, derivative(saved[0]!)),
    };
  });
  return apply(x);
}
