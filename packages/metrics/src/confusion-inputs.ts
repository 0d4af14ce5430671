import { expectInteger, formatShape } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import { broadcast } from './broadcast.js';
import { keepTopK } from './keep-top-k.js';
import { sameRank } from './same-rank.js';
import { read, sameShape, type Values } from './values.js';

/** What is looked at of yTrue and yPred. */
export interface Selection {
  readonly topK?: number | null;
  readonly classId?: number | null;
}

/** Labels, predictions and weights, element by element. */
export interface ConfusionInputs {
  readonly labels: ArrayLike<number>;
  readonly predictions: ArrayLike<number>;
  readonly weights: ArrayLike<number> | undefined;
  readonly shape: readonly number[];
}

/** The column `classId` of the last axis, which stays as 1. */
function column({ data, shape }: Values, classId: number, place: string): Values {
  if (shape.length < 2) {
    throw new Error(`${place}: expected yPred of shape [batch, classes] for classId, received ${formatShape(shape)}.`);
  }
  const classes = shape.at(-1)!;
  const hint = `yPred has ${classes} classes.`;
  const at = expectInteger(place, 'classId', classId, { min: -classes, max: classes - 1, hint });
  const start = at < 0 ? classes + at : at;
  const picked = Float32Array.from({ length: data.length / classes }, (_, row) => data[row * classes + start]!);
  return { data: picked, shape: [...shape.slice(0, -1), 1] };
}

/** Brings yTrue, yPred and sampleWeight to one shape, and selects. */
export function confusionInputs(
  yTrue: Tensor,
  yPred: Tensor,
  sampleWeight: Tensor | undefined,
  { topK = null, classId = null }: Selection,
  place: string,
): ConfusionInputs {
  let [t, p] = sameRank(read(yTrue), read(yPred));
  const given = sampleWeight && read(sampleWeight);
  const w = given && sameRank(t, { ...given, shape: [...given.shape, 1] }, false)[1];
  if (!sameShape(t.shape, p.shape)) {
    throw new Error(
      `${place}: expected yTrue and yPred of the same shape, received ${formatShape(yTrue.shape)} and ${formatShape(yPred.shape)}.`,
    );
  }
  if (topK !== null) p = keepTopK(p, topK);
  if (classId !== null) [t, p] = [column(t, classId, place), column(p, classId, place)];
  const weights = w && broadcast(w, p.shape, place, 'sampleWeight');
  return { labels: t.data, predictions: p.data, weights, shape: p.shape };
}
