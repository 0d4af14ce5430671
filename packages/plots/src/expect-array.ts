import { formatShape, formatValue } from '@sixstep/parts';
import type { ArrayData } from './array-data.js';

/**
 * Returns `array` if it is `{ data, shape }`, its numbers fill its shape, and `fits` holds for the shape.
 *
 * @param place where it was given, such as `confusionMatrix`
 * @param kind which shape is wanted, such as `of shape [classes, classes]`
 * @throws Error that names the place and says what came
 */
export function expectArray(
  place: string,
  option: string,
  array: ArrayData,
  kind = 'an array of any shape',
  fits: (shape: readonly number[]) => boolean = () => true,
): ArrayData {
  const given: unknown = array;
  const { data, shape } = (given ?? {}) as Partial<ArrayData>;
  if (!ArrayBuffer.isView(data) || data instanceof DataView || !Array.isArray(shape)) {
    throw new Error(
      `${place}: expected ${option} to be { data: TypedArray, shape: number[] }, received ${formatValue(given)}. ` +
        `Wrap plain numbers, e.g. { data: Float32Array.from(numbers), shape: [numbers.length] }.`,
    );
  }
  const size = (shape as number[]).reduce((product, n) => product * n, 1);
  if (size !== data.length) {
    throw new Error(
      `${place}: expected ${option} to have ${size} values for its shape ${formatShape(shape)}, received ${data.length}.`,
    );
  }
  if (!fits(shape))
    throw new Error(`${place}: expected ${option} to be ${kind}, received shape ${formatShape(shape)}.`);
  return array;
}
