import { formatShape } from '@sixstep/parts';
import { sameShape, sizeOf, type Values } from './values.js';

/**
 * The values repeated to `shape`, as NumPy broadcasts: shapes are aligned at the end, and a dimension of 1 repeats.
 *
 * @param place the metric's name, `what` the argument's, for the error
 * @throws Error if a dimension is neither 1 nor that of `shape`
 */
export function broadcast(
  { data, shape: from }: Values,
  shape: readonly number[],
  place: string,
  what: string,
): ArrayLike<number> {
  if (sameShape(from, shape)) return data;
  const offset = shape.length - from.length;
  if (offset < 0 || from.some((dim, i) => dim !== 1 && dim !== shape[offset + i])) {
    throw new Error(
      `${place}: expected ${what} to have a shape that broadcasts to ${formatShape(shape)}, received ${formatShape(from)}.`,
    );
  }
  const result = new Float32Array(sizeOf(shape));
  const index = new Array<number>(shape.length).fill(0);
  const strides = shape.map((_, i) => (i < offset || from[i - offset] === 1 ? 0 : sizeOf(from, i - offset + 1)));
  let source = 0;
  for (let i = 0; i < result.length; i++) {
    result[i] = data[source]!;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      source += strides[axis]!;
      if (++index[axis]! < shape[axis]!) break;
      source -= strides[axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
  return result;
}
