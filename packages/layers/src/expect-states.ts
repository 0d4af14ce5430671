import { formatShape } from '@sixstep/parts';
import type { Tensor } from '@tensorflow/tfjs-core';

/** @throws Error if the states of a batch are not of these sizes */
export function expectStates(
  name: string,
  what: string,
  states: readonly Tensor[],
  batch: number,
  sizes: readonly number[],
): void {
  const shapes = (list: readonly (readonly number[])[]): string => list.map(formatShape).join(' and ');
  const expected = shapes(sizes.map((size) => [batch, size]));
  const received = shapes(states.map(({ shape }) => shape));
  if (received !== expected)
    throw new Error(`${name}: expected ${what} to be of shape ${expected}, received ${received}.`);
}
