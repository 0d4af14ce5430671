import { formatShape } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';
import { broadcasts } from './broadcasts.js';

function refuse(place: string, yTrue: Tensor, expected: string): never {
  throw new Error(
    `${place}: expected yTrue to ${expected}, received the shape ${formatShape(yTrue.shape)}. ` +
      'Give one target for every prediction.',
  );
}

/** @throws Error if targets and predictions cannot be broadcast to each other */
export function expectBroadcast(place: string, yTrue: Tensor, yPred: Tensor): void {
  if (!broadcasts(yTrue.shape, yPred.shape)) refuse(place, yTrue, `fit yPred of shape ${formatShape(yPred.shape)}`);
}

/** @throws Error if targets and predictions differ in shape */
export function expectSameShape(place: string, yTrue: Tensor, yPred: Tensor): void {
  if (!same(yTrue.shape, yPred.shape)) refuse(place, yTrue, `have the shape of yPred, ${formatShape(yPred.shape)}`);
}

/** @throws Error if the labels have not the shape of the predictions without the axis of the classes */
export function expectLabelShape(place: string, yTrue: Tensor, yPred: Tensor, axis: number): void {
  const shape = yPred.shape.filter((_, i) => i !== axis);
  if (!same(yTrue.shape, shape)) {
    refuse(place, yTrue, `be labels of shape ${formatShape(shape)} for yPred of shape ${formatShape(yPred.shape)}`);
  }
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((size, i) => size === b[i]);
