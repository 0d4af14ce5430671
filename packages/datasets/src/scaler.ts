import { formatShape } from '@sixstep/parts';
import type { ArrayData } from './array-data.js';
import { expectArray, rowSize } from './expect-array.js';

/** What was learnt from the training data about each feature, ready to be applied to any data. */
export interface Scaler {
  /** What is subtracted from each feature. */
  readonly offset: Float64Array;
  /** What each feature is then divided by. */
  readonly divisor: Float64Array;
  /** (x - offset) / divisor, as a new float32 array. */
  transform(x: ArrayData): ArrayData<Float32Array>;
  /** x * divisor + offset, as a new float32 array. */
  inverseTransform(x: ArrayData): ArrayData<Float32Array>;
}

/** The scaler that subtracts `offset` and divides by `divisor`, feature by feature. */
export function makeScaler(
  place: string,
  sample: readonly number[],
  offset: Float64Array,
  divisor: Float64Array,
): Scaler {
  const map = (x: ArrayData, f: (value: number, feature: number) => number): ArrayData<Float32Array> => {
    const { shape, data, scale = 1 } = expectArray(place, 'x', x);
    if (formatShape(shape.slice(1)) !== formatShape(sample)) {
      const expected = `[samples${sample.map((n) => `, ${n}`).join('')}]`;
      throw new Error(
        `${place}: expected x to have shape ${expected} as the data it was fitted on, received ${formatShape(shape)}.`,
      );
    }
    const size = offset.length;
    const result = new Float32Array(data.length);
    for (let i = 0; i < data.length; i++) result[i] = f(data[i]! * scale, i % size);
    return { data: result, shape: [...shape] };
  };
  return {
    offset,
    divisor,
    transform: (x) => map(x, (value, i) => (value - offset[i]!) / divisor[i]!),
    inverseTransform: (x) => map(x, (value, i) => value * divisor[i]! + offset[i]!),
  };
}

/**
 * Calls `visit` with each number of `x` and its feature (its place in the sample).
 *
 * @throws Error if there is no sample, or a number is NaN or infinite
 */
export function eachFeature(place: string, x: ArrayData, visit: (value: number, feature: number) => void): void {
  const { shape, data, scale = 1 } = expectArray(place, 'x', x);
  if (shape[0] === 0) throw new Error(`${place}: expected at least one sample, received shape ${formatShape(shape)}.`);
  const size = rowSize(x);
  for (let i = 0; i < data.length; i++) {
    if (!Number.isFinite(data[i])) {
      const index = `feature ${i % size} of sample ${Math.floor(i / size)}`;
      throw new Error(
        `${place}: expected finite numbers, received ${data[i]} as ${index}. Leave such samples out or fill them in.`,
      );
    }
    visit(data[i]! * scale, i % size);
  }
}
