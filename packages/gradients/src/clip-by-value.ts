import { cast, ClipByValue, greaterEqual, lessEqual, logicalAnd, mul, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(clip(x)) = dy where min <= x <= max, else 0. */
export const clipByValueDerivative: Derivative<[Tensor], { clipValueMin: number; clipValueMax: number }> = {
  kernelName: ClipByValue,
  inputsToSave: ['x'],
  gradFunc: (dy, [x], { clipValueMin, clipValueMax }) => ({
    x: () => mul(dy, cast(logicalAnd(greaterEqual(x, clipValueMin), lessEqual(x, clipValueMax)), 'float32')),
  }),
};
