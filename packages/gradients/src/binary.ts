import type { Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

type FromInputs = (dy: Tensor, a: Tensor, b: Tensor) => Tensor;

/** The derivative of a kernel of two inputs, a and b, by each of them, computed from dy and both. */
export function fromInputs(kernelName: string, da: FromInputs, db: FromInputs): Derivative<[Tensor, Tensor]> {
  return {
    kernelName,
    inputsToSave: ['a', 'b'],
    gradFunc: (dy, [a, b]) => ({ a: () => da(dy, a, b), b: () => db(dy, a, b) }),
  };
}
