import { Concat, slice, util, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';

/** d(concat(x0, x1, ...)) = the parts of dy. */
export const concatDerivative: Derivative<Tensor[], { axis: number }> = {
  kernelName: Concat,
  saveAllInputs: true,
  gradFunc: (dy, saved, { axis }) => {
    const along = util.parseAxisParam(axis, dy.shape)[0] ?? 0;
    let start = 0;
    return Object.fromEntries(
      saved.map((x, i) => {
        const begin = dy.shape.map((_, j) => (j === along ? start : 0));
        start += x.shape[along] ?? 0;
        return [i, () => slice(dy, begin, x.shape)];
      }),
    );
  },
};
