import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';

interface Inputs {
  readonly variable: TensorInfo;
  readonly gradient: TensorInfo;
}

interface Attributes {
  readonly decay: number;
  readonly learningRate: number;
}

/**
 * Gradient descent of one variable in one pass.
 *
 * w - decay * w - learningRate * g
 *
 * Inputs: float32 `variable` = w, `gradient` = g, all of one shape.
 * The output is the variable's next value; decay is decoupled weight decay, subtracted as decay * w.
 */
export const sgd: TrainingKernel<Inputs, Attributes> = {
  kernelName: 'SixstepSgd',
  run(native, { variable, gradient }, attributes) {
    const { decay, learningRate } = attributes;
    const next = native.output(variable.shape);
    const { address, module } = native;
    module.sgd(
      address(variable),
      address(gradient),
      address(next),
      util.sizeFromShape(variable.shape),
      decay,
      learningRate,
    );
    return next;
  },
};
