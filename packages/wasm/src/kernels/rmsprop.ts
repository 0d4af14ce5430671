import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';

interface Inputs {
  readonly variable: TensorInfo;
  readonly gradient: TensorInfo;
  readonly velocity: TensorInfo;
}

interface Attributes {
  readonly decay: number;
  readonly learningRate: number;
  readonly rho: number;
  readonly velocityRate: number;
  readonly epsilon: number;
}

/**
 * RMSprop of one variable in one pass.
 *
 * v = rho * v + velocityRate * g * g; w - decay * w - learningRate * g / sqrt(v + epsilon)
 *
 * Inputs: float32 `variable` = w, `gradient` = g, `velocity` = v, all of one shape; v changes in place.
 * The output is the variable's next value; decay is decoupled weight decay, subtracted as decay * w.
 */
export const rmsprop: TrainingKernel<Inputs, Attributes> = {
  kernelName: 'SixstepRmsprop',
  run(native, { variable, gradient, velocity }, attributes) {
    const { decay, learningRate, rho, velocityRate, epsilon } = attributes;
    const next = native.output(variable.shape);
    const { address, module } = native;
    module.rmsprop(
      address(variable),
      address(gradient),
      address(velocity),
      address(next),
      util.sizeFromShape(variable.shape),
      decay,
      learningRate,
      rho,
      velocityRate,
      epsilon,
    );
    return next;
  },
};
