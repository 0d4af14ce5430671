import { abs, greater, mul, square, sub, where } from '@tensorflow/tfjs-core';
import type { LossFactory } from './define-loss.js';
import type { LossOptions } from './make-loss.js';
import { regression } from './regression.js';

export interface HuberOptions extends LossOptions {
  /** Up to this error the loss is quadratic, beyond it is linear. Defaults to 1. */
  readonly delta?: number;
}

/**
 * The mean over the last axis of x^2 / 2 where |x| <= delta, else delta * |x| - delta^2 / 2, with x = yPred - yTrue.
 *
 * @throws Error if `delta` is not a number, or if targets, predictions or weights do not fit each other
 * @source Huber 1964, https://doi.org/10.1214/aoms/1177703732
 */
export const huber: LossFactory<HuberOptions> = /* @__PURE__ */ regression<HuberOptions>(
  'huber',
  { delta: 1 },
  ({ delta }) =>
    (yTrue, yPred) => {
      const error = sub(yPred, yTrue);
      const size = abs(error);
      const linear = sub(mul(size, delta), 0.5 * delta * delta);
      return where(greater(size, delta), linear, mul(square(error), 0.5));
    },
);
