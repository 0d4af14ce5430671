import { Abs, mul, neg, step, sub } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d|x| = sign(x) dy, 0 at 0. Not by `sign`, which the WASM backend computes as 0 for |x| up to about 1e-6. */
export const absDerivative: Derivative = fromInput(Abs, (dy, x) => mul(dy, sub(step(x), step(neg(x)))));
