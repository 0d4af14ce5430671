import { type Config, expectInteger, expectOneOf } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import { argmax } from './argmax.js';
import { broadcast } from './broadcast.js';
import { createMetric } from './create-metric.js';
import type { Metric, NameOptions } from './metric.js';
import { read, type Values } from './values.js';

/** What every metric of overlaps takes. */
export interface OverlapOptions extends NameOptions {
  /** A label whose samples are left out. */
  readonly ignoreClass?: number | null;
  /** The axis of the classes, where labels or predictions are one-hot or probabilities. */
  readonly axis?: number;
  /** What the counts are: integers (default), so that weights lose their fraction, or float32. */
  readonly dtype?: 'int' | 'int32' | 'int64' | 'float32';
}

/** What `iouMetric` is made of. */
export interface OverlapDefinition extends Required<OverlapOptions> {
  readonly className: string;
  readonly name: string;
  readonly config: Config;
  readonly numClasses: number;
  readonly targetClassIds: readonly number[];
  readonly sparseYTrue: boolean;
  readonly sparseYPred: boolean;
  /** A prediction of at least this is class 1; for two classes. */
  readonly threshold?: number | null;
}

/** How much of two sets of samples is in both: of those that are, or are predicted to be, a class. Mean over the targets. */
export function iouMetric(definition: OverlapDefinition): Metric {
  const { className, name, config, numClasses, targetClassIds, ignoreClass, axis, dtype } = definition;
  expectInteger(name, 'numClasses', numClasses);
  targetClassIds.forEach((id) => expectInteger(name, 'targetClassIds', id, { min: 0, max: numClasses - 1 }));
  if (ignoreClass !== null) expectInteger(name, 'ignoreClass', ignoreClass, { min: Number.MIN_SAFE_INTEGER });
  expectInteger(name, 'axis', axis, { min: Number.MIN_SAFE_INTEGER });
  expectOneOf(name, 'dtype', dtype, ['int', 'int32', 'int64', 'float32']);
  const counted = dtype === 'float32' ? (x: number): number => x : Math.trunc;
  const limit = definition.threshold == null ? null : Math.fround(definition.threshold);
  const classes = (x: Tensor, sparse: boolean): ArrayLike<number> => (sparse ? read(x) : argmax(read(x), axis)).data;
  return createMetric({
    className,
    name,
    direction: 'up',
    config,
    start: () => ({ totalConfusionMatrix: new Array<number>(numClasses ** 2).fill(0) }),
    update(state, yTrue, yPred, sampleWeight) {
      const [labels, predictions] = [classes(yTrue, definition.sparseYTrue), classes(yPred, definition.sparseYPred)];
      if (labels.length !== predictions.length) {
        throw new Error(
          `${name}: expected as many labels as predictions, received ${labels.length} and ${predictions.length}. ` +
            `One-hot labels need sparseYTrue: false, probabilities sparseYPred: false.`,
        );
      }
      const weights = sampleWeight && broadcast(flat(read(sampleWeight)), [labels.length], name, 'sampleWeight');
      for (let i = 0; i < labels.length; i++) {
        const label = counted(labels[i]!);
        const prediction = limit === null ? counted(predictions[i]!) : predictions[i]! >= limit ? 1 : 0;
        const inRange = label >= 0 && label < numClasses && prediction >= 0 && prediction < numClasses;
        if (!inRange || label === ignoreClass) continue;
        const cell = Math.trunc(label) * numClasses + Math.trunc(prediction);
        state.totalConfusionMatrix[cell]! += counted(weights?.[i] ?? 1);
      }
    },
    result({ totalConfusionMatrix }) {
      const { overlap, count } = overlaps(totalConfusionMatrix, numClasses, targetClassIds);
      return overlap / (count + 1e-7);
    },
  });
}

const flat = ({ data, shape }: Values): Values => ({ data, shape: shape.length > 1 ? [data.length] : shape });

/** The sum over the classes of their overlaps, and how many classes occur. */
function overlaps(
  matrix: readonly number[],
  n: number,
  classIds: readonly number[],
): { overlap: number; count: number } {
  let [overlap, count] = [0, 0];
  for (const id of classIds) {
    let union = -matrix[id * n + id]!;
    for (let k = 0; k < n; k++) union += matrix[k * n + id]! + matrix[id * n + k]!;
    if (!(union > 1e-9)) continue;
    overlap += Math.fround(matrix[id * n + id]! / Math.fround(union + 1e-7));
    count++;
  }
  return { overlap, count };
}
