import { expectNumber } from '@sixstep/parts';
import type { ArrayData } from './array-data.js';
import { rowSize } from './expect-array.js';
import { eachFeature, makeScaler, type Scaler } from './scaler.js';

/**
 * Learns least and greatest value of each feature of `x`, so that it and other data can be scaled by them:
 * low + (high - low) (x - min) / (max - min). A feature that is constant becomes `low`. Other data may fall outside.
 * scikit-learn's `MinMaxScaler`.
 *
 * @param x the training data, shape [samples, ...features]
 * @param options.featureRange `[low, high]`, by default [0, 1]
 * @throws Error if the data are empty or not finite, or `low` is not less than `high`
 */
export function minMaxScale(
  x: ArrayData,
  { featureRange = [0, 1] }: { featureRange?: readonly [number, number] } = {},
): Scaler {
  const place = 'minMaxScale';
  const low = expectNumber(place, 'featureRange[0]', featureRange[0]);
  const high = expectNumber(place, 'featureRange[1]', featureRange[1], { above: low });
  const size = Array.isArray((x as ArrayData | undefined)?.shape) ? rowSize(x) : 0;
  const min = new Float64Array(size).fill(Infinity);
  const max = new Float64Array(size).fill(-Infinity);
  eachFeature(place, x, (value, i) => {
    min[i] = Math.min(min[i]!, value);
    max[i] = Math.max(max[i]!, value);
  });
  const divisor = max.map((value, i) => (value - min[i]! || 1) / (high - low));
  const offset = min.map((value, i) => value - low * divisor[i]!);
  return makeScaler(place, x.shape.slice(1), offset, divisor);
}
