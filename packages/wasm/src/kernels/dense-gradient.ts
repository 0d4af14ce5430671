import { runKernel } from '@sixstep/gradients';
import {
  engine,
  greater,
  less,
  logicalAnd,
  mul,
  scalar,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  type TensorInfo,
  add,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { activationCode } from '../activation-codes.js';
import type { TrainingKernel } from '../training-kernel.js';

interface DenseGradientInputs {
  readonly dy: TensorInfo;
  readonly y: TensorInfo;
}

/**
 * The gradient of `activation(z + bias)` in one kernel, from its output y.
 *
 * `engine().runKernel('SixstepDenseGradient', { dy, y }, { activation })` gives [dz, db]: dz = dy activation'(z), [rows, units];
 * db = the sum of dz over the rows, [units]. For the linear activation dz is dy.
 */
export const denseGradientKernel: TrainingKernel<DenseGradientInputs, { readonly activation: string }> = {
  kernelName: 'SixstepDenseGradient',
  run(native, { dy, y }, { activation }) {
    const [rows, units] = dy.shape as [number, number];
    const code = activationCode(activation)!;
    const db = native.output([units]);
    if (code === 0) native.backend.incRef(dy.dataId);
    const dz = code === 0 ? { dataId: dy.dataId, shape: dy.shape, dtype: dy.dtype } : native.output(dy.shape);
    const { address, module } = native;
    module.activateGradient(address(dy), address(y), address(dz), address(db), rows, units, code);
    return [dz, db];
  },
};

/** [dz, db] as above; of differentiable operations if a gradient of this gradient may be asked for. */
export function denseGradient(dy: Tensor2D, y: Tensor2D, activation: string): [Tensor2D, Tensor] {
  if (engine().state.gradientDepth === 0) {
    return runKernel('SixstepDenseGradient', { dy, y }, { activation }) as [Tensor2D, Tensor];
  }
  const dz = derivative(dy, y, activation) as Tensor2D;
  return [dz, sum(dz, 0)];
}

function derivative(dy: Tensor, y: Tensor, activation: string): Tensor {
  const zero = zerosLike(dy);
  switch (activation) {
    case 'relu':
      return where(greater(y, 0), dy, zero);
    case 'relu6':
      return where(logicalAnd(greater(y, 0), less(y, 6)), dy, zero);
    case 'sigmoid':
      return mul(dy, mul(y, sub(scalar(1), y)));
    case 'tanh':
      return mul(dy, sub(scalar(1), square(y)));
    case 'elu':
      return where(less(y, 0), mul(dy, add(y, scalar(1))), dy);
    default:
      return dy;
  }
}
