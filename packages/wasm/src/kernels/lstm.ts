import { engine, type GradConfig, matMul, reshape, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';
import { PRODUCT_SCRATCH } from '../multiply.js';
import type { TrainingKernel } from '../training-kernel.js';
import { workspace } from '../workspace.js';

interface LstmInputs {
  readonly x: TensorInfo;
  readonly kernel: TensorInfo;
  readonly recurrentKernel: TensorInfo;
  readonly bias?: TensorInfo;
  readonly h0: TensorInfo;
  readonly c0: TensorInfo;
}

const gradient: GradConfig = {
  kernelName: 'SixstepLstm',
  inputsToSave: ['x', 'kernel', 'recurrentKernel', 'h0', 'c0'],
  outputsToSave: [true, false, false, true, true],
  gradFunc(dys, saved, attributes) {
    const [x, kernel, recurrentKernel, h0, c0, outputs, gates, cells] = saved as [Tensor, ...Tensor[]] & Tensor[];
    const [dOutputs, dh, dc] = dys as Tensor[];
    const inputs = { dOutputs, dh, dc, x, kernel, recurrentKernel, h0, c0, outputs, gates, cells };
    // At once: they come from one pass over the sequence. Only dx is a product of its own, not always asked for.
    const [dz, dKernel, dRecurrent, dBias, dh0, dc0] = engine().runKernel(
      'SixstepLstmGradient',
      inputs as Record<string, Tensor>,
      attributes,
    ) as unknown as [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor];
    return {
      x: () => reshape(matMul(dz, kernel!, false, true), x.shape),
      kernel: () => dKernel,
      recurrentKernel: () => dRecurrent,
      bias: () => dBias,
      h0: () => dh0,
      c0: () => dc0,
    };
  },
};

/**
 * A whole sequence through an LSTM in one kernel, with its gradient.
 *
 * z = x kernel + h recurrentKernel + bias, cut into i, f, g, o; c = sigmoid(f) c + sigmoid(i) tanh(g); h = sigmoid(o) tanh(c)
 *
 * `engine().runKernel('SixstepLstm', inputs, { returnSequences })` gives [outputs, h, c, ...]: take these three.
 *
 * - inputs, all float32: x [batch, steps, features], kernel [features, 4 units], recurrentKernel [units, 4 units], bias
 *   [4 units] (leave the key out for none), h0 and c0 [batch, units]. Gates in Keras' order i, f, c, o.
 * - outputs: h of every step, [batch, steps, units]; with `returnSequences: false` an empty tensor
 * - h, c: the last states, [batch, units]
 *
 * The outputs behind are a workspace for the gradient; they and an empty `outputs` hide their memory from their shape, so
 * that TensorFlow.js makes no zeros for them. Do not use them. The gradient itself has no gradient.
 */
export const lstm: TrainingKernel<LstmInputs, { readonly returnSequences: boolean }> = {
  kernelName: 'SixstepLstm',
  gradient,
  run(native, { x, kernel, recurrentKernel, bias, h0, c0 }, { returnSequences }) {
    const [batch, steps, features] = x.shape as [number, number, number];
    const units = recurrentKernel.shape[0]!;
    const { address, module } = native;
    const size = batch * steps * units;
    const outputs = returnSequences ? native.output([batch, steps, units]) : workspace(native, size);
    const h = native.output([batch, units]);
    const c = native.output([batch, units]);
    const gates = workspace(native, 4 * size);
    const cells = workspace(native, size);
    module.lstm(
      address(x),
      address(kernel),
      address(recurrentKernel),
      bias === undefined ? 0 : address(bias),
      address(h0),
      address(c0),
      address(outputs),
      address(gates),
      address(cells),
      address(h),
      address(c),
      batch,
      steps,
      features,
      units,
      native.scratch(PRODUCT_SCRATCH + 16 * (features + units) * (units + 2)),
    );
    return [outputs, h, c, gates, cells];
  },
};
