import { engine, type GradConfig, matMul, reshape, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';
import { PRODUCT_SCRATCH } from '../multiply.js';
import type { TrainingKernel } from '../training-kernel.js';
import { workspace } from '../workspace.js';

interface GruInputs {
  readonly x: TensorInfo;
  readonly kernel: TensorInfo;
  readonly recurrentKernel: TensorInfo;
  readonly bias?: TensorInfo;
  readonly h0: TensorInfo;
}

const gradient: GradConfig = {
  kernelName: 'SixstepGru',
  inputsToSave: ['x', 'kernel', 'recurrentKernel', 'h0'],
  outputsToSave: [true, false, true, true],
  gradFunc(dys, saved, attributes) {
    const [x, kernel, recurrentKernel, h0, outputs, gates, inner] = saved as [Tensor, ...Tensor[]] & Tensor[];
    const [dOutputs, dh] = dys as Tensor[];
    const inputs = { dOutputs, dh, x, kernel, recurrentKernel, h0, outputs, gates, inner };
    // At once: they come from one pass over the sequence. Only dx is a product of its own, not always asked for.
    const [da, dKernel, dRecurrent, dBias, dh0] = engine().runKernel(
      'SixstepGruGradient',
      inputs as Record<string, Tensor>,
      attributes,
    ) as unknown as [Tensor, Tensor, Tensor, Tensor, Tensor];
    return {
      x: () => reshape(matMul(da, kernel!, false, true), x.shape),
      kernel: () => dKernel,
      recurrentKernel: () => dRecurrent,
      bias: () => dBias,
      h0: () => dh0,
    };
  },
};

/**
 * A whole sequence through a GRU in one kernel, with its gradient: Keras' default, `reset_after`.
 *
 * a = x kernel + bias[0], b = h recurrentKernel + bias[1], each cut into z, r, g;
 * h = z h + (1 - z) tanh(a_g + r b_g), z = sigmoid(a_z + b_z), r = sigmoid(a_r + b_r)
 *
 * `engine().runKernel('SixstepGru', inputs, { returnSequences })` gives [outputs, h, ...]: take these two.
 *
 * - inputs, all float32: x [batch, steps, features], kernel [features, 3 units], recurrentKernel [units, 3 units], bias
 *   [2, 3 units] (leave the key out for none), h0 [batch, units]. Gates in Keras' order z, r, h.
 * - outputs: h of every step, [batch, steps, units]; with `returnSequences: false` an empty tensor
 * - h: the last state, [batch, units]
 *
 * The outputs behind are a workspace for the gradient; they and an empty `outputs` hide their memory from their shape, so
 * that TensorFlow.js makes no zeros for them. Do not use them. The gradient itself has no gradient.
 */
export const gru: TrainingKernel<GruInputs, { readonly returnSequences: boolean }> = {
  kernelName: 'SixstepGru',
  gradient,
  run(native, { x, kernel, recurrentKernel, bias, h0 }, { returnSequences }) {
    const [batch, steps, features] = x.shape as [number, number, number];
    const units = recurrentKernel.shape[0]!;
    const { address, module } = native;
    const size = batch * steps * units;
    const outputs = returnSequences ? native.output([batch, steps, units]) : workspace(native, size);
    const h = native.output([batch, units]);
    const gates = workspace(native, 3 * size);
    const inner = workspace(native, size);
    module.gru(
      address(x),
      address(kernel),
      address(recurrentKernel),
      bias === undefined ? 0 : address(bias),
      address(h0),
      address(outputs),
      address(gates),
      address(inner),
      address(h),
      batch,
      steps,
      features,
      units,
      native.scratch(PRODUCT_SCRATCH + 4 * (features + units) * (3 * units + 8) + 12 * batch * units + 32),
    );
    return [outputs, h, gates, inner];
  },
};
