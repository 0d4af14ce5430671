import type { TensorInfo } from '@tensorflow/tfjs-core';
import { PRODUCT_SCRATCH } from '../multiply.js';
import type { TrainingKernel } from '../training-kernel.js';

interface LstmGradientInputs {
  readonly dOutputs: TensorInfo;
  readonly dh: TensorInfo;
  readonly dc: TensorInfo;
  readonly x: TensorInfo;
  readonly kernel: TensorInfo;
  readonly recurrentKernel: TensorInfo;
  readonly h0: TensorInfo;
  readonly c0: TensorInfo;
  readonly outputs: TensorInfo;
  readonly gates: TensorInfo;
  readonly cells: TensorInfo;
}

/**
 * The gradient of `SixstepLstm`, which alone uses it.
 *
 * Gives [dz, dKernel, dRecurrentKernel, dBias, dh0, dc0]; dz: [batch * steps, 4 units].
 */
export const lstmGradient: TrainingKernel<LstmGradientInputs, { readonly returnSequences: boolean }> = {
  kernelName: 'SixstepLstmGradient',
  run(native, inputs, { returnSequences }) {
    const { dOutputs, dh, dc, x, kernel, recurrentKernel, h0, c0, outputs, gates, cells } = inputs;
    const [batch, steps, features] = x.shape as [number, number, number];
    const units = recurrentKernel.shape[0]!;
    const rows = batch * steps;
    const { address, module } = native;
    const dz = native.output([rows, 4 * units]);
    const results = [kernel.shape, recurrentKernel.shape, [4 * units], h0.shape, c0.shape].map((s) => native.output(s));
    const [dKernel, dRecurrent, dBias, dh0, dc0] = results.map(address) as [number, number, number, number, number];
    const scratch = native.scratch(PRODUCT_SCRATCH + 16 * units * (units + 10 + batch) + 4 * rows * units);
    const at = address(dz);
    module.lstmGradient(
      returnSequences ? address(dOutputs) : 0,
      address(dh),
      address(dc),
      address(recurrentKernel),
      address(c0),
      address(gates),
      address(cells),
      at,
      dh0,
      dc0,
      batch,
      steps,
      units,
      scratch,
    );
    const before = scratch + PRODUCT_SCRATCH;
    module.delay(address(outputs), address(h0), before, batch, steps, units);
    module.gemm(before, at, dRecurrent, units, 4 * units, rows, 1, 0, scratch, 0);
    module.gemm(address(x), at, dKernel, features, 4 * units, rows, 1, 0, scratch, 0);
    module.activateGradient(at, at, at, dBias, rows, 4 * units, 0);
    return [dz, ...results];
  },
};
