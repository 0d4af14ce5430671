import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { Transpose, type TensorInfo } from '@tensorflow/tfjs-core';
import { runStock } from './run-stock.js';

const toLast: readonly number[] = [0, 2, 3, 1];
const toFirst: readonly number[] = [0, 3, 1, 2];

/** The order of a shape's axes when the channels move to the end. */
export function lastShape(shape: readonly number[]): number[] {
  return toLast.map((axis) => shape[axis] as number);
}

/**
 * Runs `f`, which knows NHWC alone, on tensors in NCHW.
 *
 * @param images tensors [batch, channels, height, width]; `f` gets them with the channels last
 * @param turnBack whether the result is images, too
 */
export function channelsLast(
  backend: BackendWasm,
  images: readonly TensorInfo[],
  turnBack: boolean,
  f: (...images: TensorInfo[]) => TensorInfo,
): TensorInfo {
  const turn = (x: TensorInfo, perm: readonly number[]): TensorInfo =>
    runStock(backend, Transpose, { x }, { perm: [...perm] });
  const turned = images.map((x) => turn(x, toLast));
  const y = f(...turned);
  for (const { dataId } of turned) backend.disposeData(dataId);
  if (!turnBack) return y;
  const result = turn(y, toFirst);
  backend.disposeData(y.dataId);
  return result;
}
