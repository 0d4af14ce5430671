import type { Tensor } from '@tensorflow/tfjs-core';
import { broadcast } from './broadcast.js';
import { broadcastShape } from './broadcast-shape.js';
import { sameRank } from './same-rank.js';
import { read, sameShape } from './values.js';

/** yTrue and yPred element by element. */
export interface Pair {
  readonly yTrue: ArrayLike<number>;
  readonly yPred: ArrayLike<number>;
  readonly shape: readonly number[];
}

/** Reads yTrue and yPred, brought to the same rank and shape. */
export function readPair(yTrue: Tensor, yPred: Tensor, place: string): Pair {
  const [t, p] = sameRank(read(yTrue), read(yPred));
  if (sameShape(t.shape, p.shape)) return { yTrue: t.data, yPred: p.data, shape: p.shape };
  const shape = broadcastShape(t.shape, p.shape, place);
  return { yTrue: broadcast(t, shape, place, 'yTrue'), yPred: broadcast(p, shape, place, 'yPred'), shape };
}
