import { expectShape } from '@sixstep/parts';
import { add, reshape, type Tensor, zeros } from '@tensorflow/tfjs-core';
import { type Numbers, read } from './values.js';

/**
 * The weight of each element of values of that shape, undefined if all count alike. Weights of lower rank weigh all that is
 * in the axes that they lack: those of shape [n] each row. A last dimension of 1 too many does not matter.
 *
 * @throws Error if the weights have no shape for that
 */
export function weightsOf(
  sampleWeight: Tensor | undefined,
  shape: readonly number[],
  place: string,
): Numbers | undefined {
  if (sampleWeight === undefined) return undefined;
  const given = sampleWeight.shape;
  const aligned =
    given.length > shape.length && given.at(-1) === 1
      ? given.slice(0, -1)
      : [...given, ...shape.slice(given.length).map(() => 1)];
  const fits = (): boolean =>
    aligned.length === shape.length && aligned.every((size, axis) => size === 1 || size === shape[axis]);
  expectShape(place, 'sampleWeight', given, shape, '', fits);
  return read(add(zeros([...shape]), reshape(sampleWeight, aligned))).data;
}
