import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';

interface Inputs {
  readonly variable: TensorInfo;
  readonly gradient: TensorInfo;
  readonly momentum: TensorInfo;
  readonly velocity: TensorInfo;
}

interface Attributes {
  readonly decay: number;
  readonly momentumRate: number;
  readonly velocityRate: number;
  readonly momentumScale: number;
  readonly gradientScale: number;
  readonly velocityScale: number;
  readonly epsilon: number;
}

/**
 * Nadam of one variable in one pass.
 *
 * m = m + (g - m) * momentumRate; v = v + (g * g - v) * velocityRate;
 * w - decay * w - (momentumScale * m + gradientScale * g) / (sqrt(v * velocityScale) + epsilon)
 *
 * Inputs: float32 `variable` = w, `gradient` = g, `momentum` = m, `velocity` = v, all of one shape; m and v change in place.
 * The output is the variable's next value; decay is decoupled weight decay, subtracted as decay * w.
 */
export const nadam: TrainingKernel<Inputs, Attributes> = {
  kernelName: 'SixstepNadam',
  run(native, { variable, gradient, momentum, velocity }, attributes) {
    const { decay, momentumRate, velocityRate, momentumScale, gradientScale, velocityScale, epsilon } = attributes;
    const next = native.output(variable.shape);
    const { address, module } = native;
    module.adam(
      address(variable),
      address(gradient),
      address(momentum),
      address(velocity),
      address(next),
      util.sizeFromShape(variable.shape),
      decay,
      momentumRate,
      velocityRate,
      momentumScale,
      gradientScale,
      velocityScale,
      epsilon,
      1,
    );
    return next;
  },
};
