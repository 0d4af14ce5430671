import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  backend_util,
  BatchMatMul,
  Cast,
  Einsum,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  Reshape,
  Sum,
  type Tensor,
  type TensorInfo,
  Transpose,
  util,
} from '@tensorflow/tfjs-core';
import type { TrainingKernel } from '../training-kernel.js';
import { runStock } from './run-stock.js';

/** A tensor whose axes have labels. */
interface Labeled {
  readonly labels: string;
  readonly tensor: TensorInfo;
}

/**
 * Einsum of one or two operands, as one (batched) matrix product: labels of both operands and the output are the batch,
 * labels of both alone are summed over. TensorFlow.js' WASM backend has none.
 */
export function einsum(backend: BackendWasm, inputs: object, equation: string): TensorInfo {
  const tensors = Object.values(inputs) as TensorInfo[];
  const { idDims, allDims } = backend_util.decodeEinsumEquation(equation, tensors.length);
  backend_util.checkEinsumDimSizes(allDims.length, idDims, tensors as Tensor[]);
  const [left = '', output = ''] = equation.replace(/\s/g, '').split('->');
  const made: TensorInfo[] = [];
  const run = (kernel: string, operands: NamedTensorInfoMap, attributes: NamedAttrMap): TensorInfo => {
    const result = runStock(backend, kernel, operands, attributes);
    made.push(result);
    return result;
  };
  const summed = (labels: string, i: number, terms: string[]): Labeled => {
    const { dtype } = tensors[i]!;
    const x = dtype === 'float32' ? tensors[i]! : run(Cast, { x: tensors[i]! }, { dtype: 'float32' });
    const alone = (label: string): boolean =>
      !output.includes(label) && !terms.some((term, j) => j !== i && term.includes(label));
    const axis = [...labels].flatMap((label, j) => (alone(label) ? [j] : []));
    if (axis.length === 0) return { labels, tensor: x };
    const kept = [...labels].filter((label) => !alone(label)).join('');
    return { labels: kept, tensor: run(Sum, { x }, { axis, keepDims: false }) };
  };
  /** The tensor with its axes in the order of `labels`; itself if they are. */
  const ordered = (x: Labeled, labels: string): TensorInfo =>
    x.labels === labels
      ? x.tensor
      : run(Transpose, { x: x.tensor }, { perm: [...labels].map((label) => x.labels.indexOf(label)) });
  const [a, b] = left.split(',').map(summed) as [Labeled, Labeled?];
  let y = b === undefined ? ordered(a, output) : ordered(product(a, b, output, ordered, run), output);
  if (tensors.some(({ dtype }) => dtype === 'int32') && !tensors.some(({ dtype }) => dtype === 'float32')) {
    y = run(Cast, { x: y }, { dtype: 'int32' });
  }
  // The result shares its memory with nothing, or is counted once more.
  if (!made.includes(y)) y = run(Reshape, { x: y }, { shape: y.shape });
  for (const { dataId } of made.filter((tensor) => tensor !== y)) backend.disposeData(dataId);
  return y;
}

function product(
  a: Labeled,
  b: Labeled,
  output: string,
  ordered: (x: Labeled, labels: string) => TensorInfo,
  run: (kernel: string, operands: NamedTensorInfoMap, attributes: NamedAttrMap) => TensorInfo,
): Labeled {
  const pick = (labels: string, wanted: (label: string) => boolean): string => [...labels].filter(wanted).join('');
  const batch = pick(a.labels, (label) => b.labels.includes(label) && output.includes(label));
  const inner = pick(a.labels, (label) => b.labels.includes(label) && !output.includes(label));
  const rows = pick(a.labels, (label) => !b.labels.includes(label));
  const columns = pick(b.labels, (label) => !a.labels.includes(label));
  const sizes = new Map(
    [a, b].flatMap(({ labels, tensor }) => [...labels].map((label, i) => [label, tensor.shape[i]!])),
  );
  const shape = (labels: string): number[] => [...labels].map((label) => sizes.get(label)!);
  const size = (labels: string): number => util.sizeFromShape(shape(labels));
  const matrix = (x: Labeled, first: string, second: string): [TensorInfo, boolean] => {
    const turned = x.labels === batch + second + first;
    const tensor = turned ? x.tensor : ordered(x, batch + first + second);
    const [high, wide] = turned ? [second, first] : [first, second];
    return [run(Reshape, { x: tensor }, { shape: [size(batch), size(high), size(wide)] }), turned];
  };
  const [left, transposeA] = matrix(a, rows, inner);
  const [right, transposeB] = matrix(b, inner, columns);
  const y = run(BatchMatMul, { a: left, b: right }, { transposeA, transposeB });
  const labels = batch + rows + columns;
  return { labels, tensor: run(Reshape, { x: y }, { shape: shape(labels) }) };
}

/** The kernel `Einsum`. */
export const einsumKernel: TrainingKernel<object, { equation: string }> = {
  kernelName: Einsum,
  run: ({ backend }, inputs, { equation }) => einsum(backend, inputs, equation),
};
