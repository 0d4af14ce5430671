import type { Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** The derivative of a kernel of one input, x, that is computed from dy, x and the attributes. */
export function fromInput<Attributes extends object = object>(
  kernelName: string,
  dx: (dy: Tensor, x: Tensor, attributes: Attributes) => Tensor,
): Derivative<[Tensor], Attributes> {
  return {
    kernelName,
    inputsToSave: ['x'],
    gradFunc: (dy, [x], attributes) => ({ x: () => dx(dy, x, attributes) }),
  };
}

/** The derivative of a kernel of one input that is computed from dy and the output, y. */
export function fromOutput(kernelName: string, dx: (dy: Tensor, y: Tensor) => Tensor): Derivative {
  return { kernelName, outputsToSave: [true], gradFunc: (dy, [y]) => ({ x: () => dx(dy, y) }) };
}
