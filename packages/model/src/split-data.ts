import type { Tensors } from '@sixstep/layers';
import { expectInteger, expectNumber, formatValue } from '@sixstep/parts';
import { part, samples, type Samples } from './batch.js';
import type { DataFor } from './data.js';
import type { FitOptions } from './fit-options.js';
import type { Model } from './model.js';

/** The samples to train and to validate on. */
export function splitData<In extends Tensors, Out extends Tensors>(
  model: Model<In, Out>,
  x: DataFor<In>,
  y: DataFor<Out> | undefined,
  {
    validationData,
    validationSplit = 0,
    validationFreq = 1,
    validationBatchSize = 1,
    sampleWeight,
  }: FitOptions<In, Out>,
): { train: Samples; validation: Samples | undefined } {
  expectNumber('fit', 'validationSplit', validationSplit, { min: 0, below: 1 });
  expectInteger('fit', 'validationBatchSize', validationBatchSize);
  if (typeof validationFreq === 'number') expectInteger('fit', 'validationFreq', validationFreq);
  const all = samples<In, Out>('fit', model, x, y, sampleWeight);
  if (validationData !== undefined) {
    if (!Array.isArray(validationData)) {
      throw new Error(
        `fit: expected validationData to be [x, y] or [x, y, sampleWeight], received ${formatValue(validationData)}.`,
      );
    }
    const [valX, valY, valWeight] = validationData as NonNullable<FitOptions<In, Out>['validationData']>;
    return { train: all, validation: samples<In, Out>('fit: validationData', model, valX, valY, valWeight) };
  }
  if (validationSplit === 0) return { train: all, validation: undefined };
  const at = Math.floor(all.length * (1 - validationSplit));
  if (at === 0 || at === all.length) {
    throw new Error(
      `fit: expected validationSplit to leave samples on both sides, received ${validationSplit} for ${all.length} samples.`,
    );
  }
  return { train: part(all, 0, at), validation: part(all, at, all.length) };
}
