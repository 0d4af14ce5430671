import { Pack, reshape, slice, util, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(stack(x0, x1, ...)) = the parts of dy. */
export const packDerivative: Derivative<Tensor[], { axis: number }> = {
  kernelName: Pack,
  saveAllInputs: true,
  gradFunc: (dy, saved, { axis }) => {
    const along = util.parseAxisParam(axis, dy.shape)[0] ?? 0;
    const size = dy.shape.map((n, j) => (j === along ? 1 : n));
    return Object.fromEntries(
      saved.map((x, i) => [
        i,
        () =>
          reshape(
            slice(
              dy,
              dy.shape.map((_, j) => (j === along ? i : 0)),
              size,
            ),
            x.shape,
          ),
      ]),
    );
  },
};
