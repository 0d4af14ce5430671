import { PadV2, slice, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(pad(x)) = dy without its borders. */
export const padV2Derivative: Derivative<[Tensor], { paddings: [number, number][] }> = {
  kernelName: PadV2,
  inputsToSave: ['x'],
  gradFunc: (dy, [x], { paddings }) => ({
    x: () =>
      slice(
        dy,
        paddings.map(([before]) => before),
        x.shape,
      ),
  }),
};
