import { ClipByValue, greaterEqual, lessEqual, logicalAnd, where, zerosLike, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(clip(x)) = dy where min <= x <= max, else 0. */
export const clipByValueDerivative: Derivative<[Tensor], { clipValueMin: number; clipValueMax: number }> = fromInput<{
  clipValueMin: number;
  clipValueMax: number;
}>(ClipByValue, (dy, x, { clipValueMin, clipValueMax }) =>
  where(logicalAnd(greaterEqual(x, clipValueMin), lessEqual(x, clipValueMax)), dy, zerosLike(dy)),
);
