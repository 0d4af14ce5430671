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
    const scratch = native.scratch(
      PRODUCT_SCRATCH + Math.max(12 * units * (units + 8), 4 * rows * units) + 4 * rows * wide,
    );
    const a = address(da);
    const before = scratch + PRODUCT_SCRATCH;
    const b = before + Math.max(12 * units * (units + 8), 4 * rows * units);
    module.gruGradient(
      returnSequences ? address(dOutputs) : 0,
      address(dh),
      address(recurrentKernel),
      address(h0),
      address(outputs),
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
    module.delay(address(outputs), address(h0), before, batch, steps, units);
    module.gemm(before, b, dRecurrent, units, wide, rows, 1, 0, scratch, 0);
    module.gemm(address(x), a, dKernel, features, wide, rows, 1, 0, scratch, 0);
    module.activateGradient(a, a, a, dBias, rows, wide, 0);
    module.activateGradient(b, b, b, dBias + 4 * wide, rows, wide, 0);
    return [da, ...results];
  },
};
