import {
  _FusedMatMul,
  type _FusedMatMulAttrs,
  type _FusedMatMulInputs,
  Add,
  Prelu,
  type NamedTensorInfoMap,
  type TensorInfo,
  util,
} from '@tensorflow/tfjs-core';
import { activationCode } from '../activation-codes.js';
import { multiply } from '../multiply.js';
import type { Native } from '../native.js';
import type { TrainingKernel } from '../training-kernel.js';
import { runStock } from './run-stock.js';

/** activation(a b + bias), the operands transposed or not; any bias and PReLU weights that broadcast to a b. */
export const fusedMatMul: TrainingKernel<_FusedMatMulInputs, _FusedMatMulAttrs> = {
  kernelName: _FusedMatMul,
  run(native, inputs, attributes, stock) {
    const { a, b, bias, preluActivationWeights } = inputs;
    const { transposeA, transposeB, activation, leakyreluAlpha } = attributes;
    const code = (activation as string) === 'prelu' ? 0 : activationCode(activation);
    const numeric = [a, b, bias].every((tensor) => tensor == null || tensor.dtype === 'float32');
    if (code === undefined || !numeric) {
      return stock(inputs as unknown as NamedTensorInfoMap, attributes as unknown as Record<string, never>);
    }
    let y = multiply(native, a, b, transposeA, transposeB);
    const columns = y.shape.at(-1)!;
    const rows = util.sizeFromShape(y.shape) / Math.max(columns, 1);
    const isRow = bias != null && util.sizeFromShape(bias.shape) === columns && bias.shape.at(-1) === columns;
    if (bias != null && !isRow) y = replace(native, y, Add, { a: y, b: bias });
    if (isRow || code !== 0) {
      native.module.activate(
        native.address(y),
        rows,
        columns,
        isRow ? native.address(bias) : 0,
        code,
        leakyreluAlpha ?? 0,
      );
    }
    if ((activation as string) !== 'prelu') return y;
    return replace(native, y, Prelu, { x: y, alpha: preluActivationWeights! });
  },
};

/** The result of another kernel on `y`, which is disposed. */
function replace({ backend }: Native, y: TensorInfo, kernelName: string, inputs: NamedTensorInfoMap): TensorInfo {
  const result = runStock(backend, kernelName, inputs);
  backend.disposeData(y.dataId);
  return result;
}
