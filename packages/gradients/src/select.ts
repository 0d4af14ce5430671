import { Select, where, zeros, zerosLike } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(condition ? t : e) = dy where the condition holds, else 0, and the reverse. */
export const selectDerivative: Derivative = {
  kernelName: Select,
  inputsToSave: ['condition'],
  gradFunc: (dy, [condition]) => ({
    condition: () => zeros(condition.shape),
    t: () => where(condition, dy, zerosLike(dy)),
    e: () => where(condition, zerosLike(dy), dy),
  }),
};
