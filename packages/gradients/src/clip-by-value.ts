import { ClipByValue, greaterEqual, lessEqual, logicalAnd, where, zerosLike, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(clip(x)) = dy where min <= x <= max, else 0. */
export const clipByValueDerivative: Derivative<[Tensor], { clipValueMin: number; clipValueMax: number }> = {
  kernelName: ClipByValue,
  inputsToSave: ['x'],
  gradFunc: (dy, [x], { clipValueMin, clipValueMax }) => ({
    x: () => where(logicalAnd(greaterEqual(x, clipValueMin), lessEqual(x, clipValueMax)), dy, zerosLike(dy)),
  }),
};
