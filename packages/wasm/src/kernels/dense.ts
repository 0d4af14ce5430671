import { runKernel } from '@sixstep/gradients';
import { BatchMatMul, type GradConfig, type Tensor, type Tensor2D, type TensorInfo } from '@tensorflow/tfjs-core';
import { activationCode } from '../activation-codes.js';
import { multiply } from '../multiply.js';
import type { TrainingKernel } from '../training-kernel.js';
import { denseGradient } from './dense-gradient.js';

interface DenseInputs {
  readonly x: TensorInfo;
  readonly kernel: TensorInfo;
  readonly bias?: TensorInfo;
}

interface DenseAttributes {
  readonly activation: string;
}

/** d(x) = dz kernel^T, d(kernel) = x^T dz, d(bias) = the sum of dz over the rows, dz = dy activation'(z). */
const gradient: GradConfig = {
  kernelName: 'SixstepDense',
  inputsToSave: ['x', 'kernel'],
  outputsToSave: [true],
  gradFunc(dy, saved, attributes) {
    const [x, kernel, y] = saved as [Tensor2D, Tensor2D, Tensor2D];
    const [dz, sums] = denseGradient(dy as Tensor2D, y, attributes['activation'] as string);
    return {
      x: () => product(dz, kernel, false, true),
      kernel: () => product(x, dz, true, false),
      bias: () => sums,
    };
  },
};

const product = (a: Tensor, b: Tensor, transposeA: boolean, transposeB: boolean): Tensor =>
  runKernel(BatchMatMul, { a, b }, { transposeA, transposeB })[0]!;

/**
 * A dense layer in one kernel, with its gradient: activation(x kernel + bias).
 *
 * `engine().runKernel('SixstepDense', { x, kernel, bias }, { activation })` gives y [rows, units].
 *
 * - x: float32 [rows, features], kernel: float32 [features, units], bias: float32 [units] (leave the key out for none)
 * - activation: 'linear', 'relu', 'relu6', 'sigmoid', 'tanh' or 'elu' (alpha 1)
 *
 * The gradient of the gradient is composed of TensorFlow.js' operations; like theirs it lacks, for sigmoid, tanh and elu, what
 * goes through the saved output.
 */
export const dense: TrainingKernel<DenseInputs, DenseAttributes> = {
  kernelName: 'SixstepDense',
  gradient,
  run(native, inputs, attributes, stock) {
    const { x, kernel, bias } = inputs;
    const code = activationCode(attributes.activation);
    if (code === undefined) return stock({ ...inputs }, { ...attributes });
    const y = multiply(native, x, kernel, false, false);
    if (code !== 0 || bias !== undefined) {
      const address = bias === undefined ? 0 : native.address(bias);
      native.module.activate(native.address(y), x.shape[0]!, kernel.shape[1]!, address, code, 0);
    }
    return y;
  },
};
