import { expectInteger } from '@sixstep/parts';
import type { ArrayData, TypedArray } from './array-data.js';
import { expectArray } from './expect-array.js';

/**
 * Labels as vectors: 1 at the label, 0 elsewhere. `keras.utils.to_categorical`.
 *
 * @param y integers from 0 to numClasses - 1, shape [samples] (or [samples, 1], whose 1 is dropped, or more dimensions)
 * @param options.numClasses by default the greatest label + 1
 * @returns shape [samples, numClasses]
 * @throws Error if a label is not an integer or out of range
 */
export function oneHot(
  y: ArrayData | TypedArray | readonly number[],
  { numClasses }: { numClasses?: number } = {},
): ArrayData<Float32Array> {
  const place = 'oneHot';
  const { data, shape } =
    ArrayBuffer.isView(y) || Array.isArray(y)
      ? { data: y as ArrayLike<number>, shape: [(y as ArrayLike<number>).length] }
      : expectArray(place, 'y', y as ArrayData);
  const greatest = Array.prototype.reduce.call(data, (a, b) => Math.max(a as number, b as number), -1) as number;
  const classes = expectInteger(place, 'numClasses', numClasses ?? Math.max(1, greatest + 1), {
    hint:
      numClasses === undefined ? 'Labels must be integers.' : 'Pass the number of classes, e.g. { numClasses: 10 }.',
  });
  const vectors = new Float32Array(data.length * classes);
  for (let i = 0; i < data.length; i++) {
    const hint = `Labels count from 0.`;
    vectors[i * classes + expectInteger(place, `label ${i}`, data[i], { min: 0, max: classes - 1, hint })] = 1;
  }
  const dropped = shape.length > 1 && shape.at(-1) === 1 ? shape.slice(0, -1) : shape;
  return { data: vectors, shape: [...dropped, classes] };
}
