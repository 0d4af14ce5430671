import type { Tensor } from '@tensorflow/tfjs-core';
import { broadcast } from './broadcast.js';
import { broadcastShape } from './broadcast-shape.js';
import { sameRank } from './same-rank.js';
import { read, type Values } from './values.js';

/** yTrue and yPred element by element. */
export interface Pair {
  readonly yTrue: ArrayLike<number>;
  readonly yPred: ArrayLike<number>;
  readonly shape: readonly number[];
}

/** Brings two arrays to the same rank and shape. */
export function pairUp(yTrue: Values, yPred: Values, place: string): Pair {
  const [t, p] = sameRank(yTrue, yPred);
  const shape = broadcastShape(t.shape, p.shape, place);
  return { yTrue: broadcast(t, shape, place, 'yTrue'), yPred: broadcast(p, shape, place, 'yPred'), shape };
}

/** Reads yTrue and yPred, brought to the same rank and shape. */
export const readPair = (yTrue: Tensor, yPred: Tensor, place: string): Pair => pairUp(read(yTrue), read(yPred), place);

/** f of each element of yTrue and of yPred. */
export function elementwise({ yTrue, yPred, shape }: Pair, f: (t: number, p: number) => number): Values {
  const data = new Float32Array(yPred.length);
  for (let i = 0; i < data.length; i++) data[i] = f(yTrue[i]!, yPred[i]!);
  return { data, shape };
}
