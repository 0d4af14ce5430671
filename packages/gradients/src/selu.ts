import { add, backend_util, fill, greater, mul, Selu, where } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromOutput } from './unary.js';

/** d(selu(x)) = scale dy where y > 0, else dy (y + scale alpha) with y = scale alpha (exp(x) - 1). */
export const seluDerivative: Derivative = fromOutput(Selu, (dy, y) =>
  mul(dy, where(greater(y, 0), fill(y.shape, scale), add(y, scale * alpha))),
);

const { SELU_SCALEALPHA, SELU_SCALE: scale } = backend_util;
const alpha: number = SELU_SCALEALPHA / scale;
