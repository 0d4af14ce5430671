import { type Tensor, zeros } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** The derivative of a kernel that is constant almost everywhere: 0 for each of its inputs. */
export function zeroDerivative(kernelName: string, inputs: string[]): Derivative<Tensor[]> {
  return {
    kernelName,
    inputsToSave: inputs,
    gradFunc: (_, saved) => Object.fromEntries(saved.map((x, i) => [inputs[i], () => zeros(x.shape)])),
  };
}
