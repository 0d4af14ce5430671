import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';

interface Inputs {
  readonly variable: TensorInfo;
  readonly gradient: TensorInfo;
  readonly momentum: TensorInfo;
}

interface Attributes {
  readonly decay: number;
  readonly gradientScale: number;
  readonly momentum: number;
  readonly nesterov: number;
  readonly stepScale: number;
}

/**
 * Gradient descent with momentum of one variable in one pass.
 *
 * a = gradientScale * g; m = momentum * m + a; w - decay * w + stepScale * (nesterov = 1: momentum * m + a; 0: m)
 *
 * Inputs: float32 `variable` = w, `gradient` = g, `momentum` = m, all of one shape; m changes in place.
 * The output is the variable's next value; decay is decoupled weight decay, subtracted as decay * w.
 */
export const momentum: TrainingKernel<Inputs, Attributes> = {
  kernelName: 'SixstepMomentum',
  run(native, { variable, gradient, momentum: m }, attributes) {
    const { decay, gradientScale, momentum, nesterov, stepScale } = attributes;
    const next = native.output(variable.shape);
    const { address, module } = native;
    module.momentum(
      address(variable),
      address(gradient),
      address(m),
      address(next),
      util.sizeFromShape(variable.shape),
      decay,
      gradientScale,
      momentum,
      nesterov,
      stepScale,
    );
    return next;
  },
};
