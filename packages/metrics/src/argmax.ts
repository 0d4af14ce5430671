import { alongAxis } from './along-axis.js';
import type { Values } from './values.js';

/**
 * The index of the largest value along `axis`, the first of equals; -0 counts as below 0 and NaN as below all, as in Keras
 * on TensorFlow.
 */
export function argmax({ data, shape }: Values, axis = -1): Values {
  const { outer, length, inner } = alongAxis(shape, axis);
  const best = new Int32Array(outer * inner);
  for (let o = 0, i = 0; o < outer; o++) {
    for (let n = 0; n < inner; n++, i++) {
      let at = o * length * inner + n;
      let most = -Infinity;
      for (let k = 0; k < length; k++, at += inner) {
        const value = data[at]!;
        if (value > most || (value === 0 && Object.is(most, -0) && !Object.is(value, -0))) {
          most = value;
          best[i] = k;
        }
      }
    }
  }
  return { data: best, shape: shape.toSpliced(axis, 1) };
}
