import type { TensorInfo } from '@tensorflow/tfjs-core';
import { PRODUCT_SCRATCH } from '../multiply.js';
import type { TrainingKernel } from '../training-kernel.js';

interface GruGradientInputs {
  readonly dOutputs: TensorInfo;
  readonly dh: TensorInfo;
  readonly x: TensorInfo;
  readonly kernel: TensorInfo;
  readonly recurrentKernel: TensorInfo;
  readonly h0: TensorInfo;
  readonly outputs: TensorInfo;
  readonly gates: TensorInfo;
  readonly inner: TensorInfo;
}

/**
 * The gradient of `SixstepGru`, which alone uses it.
 *
 * Gives [da, dKernel, dRecurrentKernel, dBias, dh0]; da: [batch * steps, 3 units].
 */
export const gruGradient: TrainingKernel<GruGradientInputs, { readonly returnSequences: boolean }> = {
  kernelName: 'SixstepGruGradient',
  run(native, inputs, { returnSequences }) {
    const { dOutputs, dh, x, kernel, recurrentKernel, h0, outputs, gates, inner } = inputs;
    const [batch, steps, features] = x.shape as [number, number, number];
    const units = recurrentKernel.shape[0]!;
    const rows = batch * steps;
    const wide = 3 * units;
    const { address, module } = native;
    const da = native.output([rows, wide]);
    const results = [kernel.shape, recurrentKernel.shape, [2, wide], h0.shape].map((shape) => native.output(shape));
    const [dKernel, dRecurrent, dBias, dh0] = results.map(address) as [number, number, number, number];
    const own = PRODUCT_SCRATCH + 12 * units * (units + 8 + batch) + 32;
    const scratch = native.scratch(own + 4 * rows * (units + wide));
    const a = address(da);
    const before = scratch + own;
    const b = before + 4 * rows * units;
    module.delay(address(outputs), address(h0), before, batch, steps, units);
    module.gruGradient(
      returnSequences ? address(dOutputs) : 0,
      address(dh),
      address(recurrentKernel),
      before,
      address(gates),
      address(inner),
      a,
      b,
      dh0,
      batch,
      steps,
      units,
      scratch,
    );
    module.gemm(before, b, dRecurrent, units, wide, rows, 1, 0, scratch, 0);
    module.gemm(address(x), a, dKernel, features, wide, rows, 1, 0, scratch, 0);
    module.activateGradient(a, a, a, dBias, rows, wide, 0);
    module.activateGradient(b, b, b, dBias + 4 * wide, rows, wide, 0);
    return [da, ...results];
  },
};
