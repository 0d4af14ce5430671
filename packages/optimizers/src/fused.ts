import { getBackend, getKernel, type KernelConfig, type KernelFunc } from '@tensorflow/tfjs-core';
import type { Context } from './transform.js';
import type { OptimizerState, Tensors } from './optimizer.js';

/**
 * The whole update of one variable in one kernel: faster than the chain of transforms, and equal to it.
 *
 * **The contract with whoever registers such kernels** (`registerKernel({ kernelName, backendName, kernelFunc })`).
 * Per variable the optimizer calls the registered kernel with `{ inputs, attrs, backend }`, as `engine().runKernel` does, which
 * it spares itself the few microseconds of.
 *
 * - All inputs are dense float32 tensors of one and the same shape (any rank, scalars too): `variable` = w, `gradient` = g
 *   and the slots that are named below. Neither `variable` nor `gradient` may be written to.
 * - The slots belong to the optimizer alone (their data is shared with no other tensor) and are updated IN PLACE.
 * - The output is ONE new tensor of that shape: the variable's next value, in memory of its own.
 * - `attrs` are plain finite numbers, reckoned in double precision; the kernel rounds each of them to float32 and works in
 *   float32. IEEE arithmetic: NaN and infinities pass through, nothing is clamped but slots below
 *   float32's normal numbers, which become 0: averages decay into them, and arithmetic with them is many times slower.
 * - Every kernel begins with decoupled weight decay: w0 = w - decay * w. `decay` is 0 where there is none.
 *
 * | kernel | slots | attrs | formula (elementwise; m, v are written back to their slots) |
 * |---|---|---|---|
 * | `SixstepSgd` | | `decay, learningRate` | w0 - learningRate * g |
 * | `SixstepMomentum` | `momentum` = m | `decay, gradientScale, momentum, nesterov, stepScale` | a = gradientScale * g; m = momentum * m + a; w0 + stepScale * (nesterov = 1: momentum * m + a; 0: m) |
 * | `SixstepRmsprop` | `velocity` = v | `decay, learningRate, rho, velocityRate, epsilon` | v = rho * v + velocityRate * g * g; w0 - learningRate * g / sqrt(v + epsilon) |
 * | `SixstepAdam` | `momentum` = m, `velocity` = v | `decay, momentumRate, velocityRate, alpha, epsilon` | m = m + (g - m) * momentumRate; v = v + (g * g - v) * velocityRate; w0 - alpha * m / (sqrt(v) + epsilon) |
 * | `SixstepNadam` | `momentum` = m, `velocity` = v | `decay, momentumRate, velocityRate, momentumScale, gradientScale, velocityScale, epsilon` | m, v as in Adam; w0 - (momentumScale * m + gradientScale * g) / (sqrt(v * velocityScale) + epsilon) |
 *
 * In these the optimizer has put: momentumRate = 1 - beta1, velocityRate = 1 - beta2 (1 - rho), alpha = learningRate * sqrt(1 -
 * beta2^t) / (1 - beta1^t); Nadam's learning rate is inside momentumScale and gradientScale. `epsilon` > 0 always: with
 * epsilon 0, `amsgrad`, `centered`, or RMSprop's momentum, the chain runs instead of the kernel. Gradients come clipped
 * and accumulated already.
 */
export interface Fused<S extends OptimizerState> {
  /** The name of the kernel, which is used if the current backend has it. */
  readonly kernel: string;
  /** The slots' tensors by the kernel's name for the slot, the numbers for this step, and the state after the step. */
  step(state: S, context: Context): FusedStep<S>;
}

export interface FusedStep<S extends OptimizerState> {
  readonly slots: Readonly<Record<string, Tensors>>;
  readonly attrs: Readonly<Record<string, number>>;
  /** Defaults to the state before. */
  readonly state?: S;
}

/** The kernel of the backend in use, if it has one of that name. */
export function findKernel(name: string): KernelFunc | undefined {
  return (getKernel(name, getBackend()) as KernelConfig | undefined)?.kernelFunc;
}
