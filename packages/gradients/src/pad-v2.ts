import { PadV2, slice, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(pad(x)) = dy without its borders. */
export const padV2Derivative: Derivative<[Tensor], { paddings: [number, number][] }> = fromInput<{
  paddings: [number, number][];
}>(PadV2, (dy, x, { paddings }) =>
  slice(
    dy,
    paddings.map(([before]) => before),
    x.shape,
  ),
);
