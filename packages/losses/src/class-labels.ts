import { expectInteger, expectShape } from '@sixstep/parts';
import { getBackend, squeeze, type Tensor } from '@tensorflow/tfjs-core';
import { toType } from './to-type.js';

/** Backends whose tensors lie in memory, where a look at n labels costs next to nothing. */
const inMemory: readonly string[] = ['wasm', 'cpu'];

const hint = 'Number the classes from 0, or use categoricalCrossentropy for one-hot targets.';

/**
 * Labels as int32, without a last axis of size 1 that may stand for the classes.
 *
 * On backends in memory they must be integers from 0 to classes - 1, or `ignoreClass`.
 *
 * @param outputs predictions [..., classes]
 * @throws Error if the labels have not the shape of the outputs but for the classes, or that shows the first label that is
 * none, and where it is
 */
export function classLabels(place: string, yTrue: Tensor, outputs: Tensor, ignoreClass?: number | null): Tensor {
  const shape = outputs.shape.slice(0, -1);
  const classes = outputs.shape.at(-1)!;
  const labels = yTrue.rank === outputs.rank && yTrue.shape.at(-1) === 1 ? squeeze(yTrue, [-1]) : yTrue;
  expectShape(place, 'yTrue', labels.shape, shape);
  if (inMemory.includes(getBackend())) {
    const isLabel = (label: number): boolean =>
      (Number.isInteger(label) && label >= 0 && label < classes) || label === ignoreClass;
    const data = labels.dataSync();
    const at = data.findIndex((label) => !isLabel(label));
    if (at >= 0) expectInteger(place, `label ${at}`, data[at], { min: 0, max: classes - 1, hint });
  }
  return toType(labels, 'int32');
}
