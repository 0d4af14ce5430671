import { formatShape, formatValue } from '@sixstep/parts';
import { Tensor } from '@tensorflow/tfjs-core';
import type { ArrayData, TypedArray } from './array-data.js';

/**
 * Class labels: numbers, or an array or tensor of shape [samples], [samples, 1], or [samples, classes] with a score for each
 * class.
 */
export type Labels = ArrayLike<number> | ArrayData | Tensor;

/**
 * The class of every sample. Of scores it is the one with the greatest, of a sigmoid's probabilities [samples, 1] that
 * are no whole numbers it is 1 from 0.5 on.
 *
 * @throws Error if these are no labels
 */
export function labelsOf(place: string, option: string, labels: Labels): number[] {
  const read = labels instanceof Tensor ? { data: labels.dataSync() as TypedArray, shape: labels.shape } : labels;
  const given = read as Partial<ArrayData> | ArrayLike<number> | null | undefined;
  const isArray = typeof given === 'object' && given !== null && 'shape' in given;
  const numbers = (isArray ? given.data : given) as ArrayLike<number> | null | undefined;
  const shape: readonly number[] | undefined = isArray ? given.shape : [numbers?.length ?? NaN];
  if (typeof numbers !== 'object' || numbers === null || !Array.isArray(shape) || !(shape[0]! >= 0)) {
    throw new Error(
      `${place}: expected ${option} to be class labels or { data, shape }, received ${formatValue(labels)}. ` +
        `Pass e.g. test.y, or what predict returned.`,
    );
  }
  const [samples, classes = 1] = shape as [number, number?];
  if (shape.length > 2 || samples * classes !== numbers.length) {
    throw new Error(
      `${place}: expected ${option} to be of shape [samples] or [samples, classes], received ${formatShape(shape)} ` +
        `with ${numbers.length} values.`,
    );
  }
  if (classes > 1) {
    return Array.from({ length: samples }, (_, sample) => {
      let best = 0;
      for (let c = 1; c < classes; c++)
        if (numbers[sample * classes + c]! > numbers[sample * classes + best]!) best = c;
      return best;
    });
  }
  const list = Array.from(numbers);
  const isProbability =
    shape.length === 2 &&
    list.some((value) => !Number.isInteger(value)) &&
    list.every((value) => value >= 0 && value <= 1);
  const found = isProbability ? list.map((value) => Number(value >= 0.5)) : list;
  const wrong = found.findIndex((label) => !Number.isInteger(label) || label < 0);
  if (wrong >= 0) {
    throw new Error(
      `${place}: expected ${option} to be non-negative integers, received ${formatValue(found[wrong])} at ${wrong}.`,
    );
  }
  return found;
}
