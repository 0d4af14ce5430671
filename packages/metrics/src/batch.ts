import { matchRank } from '@sixstep/losses';
import { expectShape } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type Numbers, read } from './values.js';
import { weightsOf } from './weights-of.js';

/** Labels, predictions and weights, element by element. */
export interface Batch {
  readonly labels: Numbers;
  readonly predictions: Numbers;
  readonly weights: Numbers | undefined;
  readonly shape: readonly number[];
}

/** Reads yTrue and yPred, which must be of one shape, but for a last dimension of 1, and the weights of their elements. */
export function readBatch(place: string, yTrue: Tensor, yPred: Tensor, sampleWeight: Tensor | undefined): Batch {
  const [labels, predictions] = matchRank(yTrue, yPred);
  const { data, shape } = read(predictions);
  expectShape(place, 'yTrue', labels.shape, shape);
  return { labels: read(labels).data, predictions: data, weights: weightsOf(sampleWeight, shape, place), shape };
}

/** How many columns a batch of rows has: the size of the last of at least two axes. */
export function columnsOf(place: string, { shape }: Batch): number {
  expectShape(place, 'yPred', shape, [null, null], '', ({ length }) => length > 1);
  return shape.at(-1)!;
}
