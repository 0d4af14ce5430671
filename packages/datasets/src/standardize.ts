import type { ArrayData } from './array-data.js';
import { rowSize } from './expect-array.js';
import { eachFeature, makeScaler, type Scaler } from './scaler.js';

/**
 * Learns mean and standard deviation of each feature of `x`, so that it and other data can be scaled by them:
 * (x - mean) / std, with the standard deviation of the population (divided by n). A feature that is constant is only
 * centered. scikit-learn's `StandardScaler`.
 *
 * Fit on the training data and transform both parts, else the test is no test.
 *
 * @param x the training data, shape [samples, ...features]
 * @throws Error if it is empty or not finite
 *
 * @example
 * const scaler = standardize(train.x);
 * const [xTrain, xTest] = [scaler.transform(train.x), scaler.transform(test.x)];
 */
export function standardize(x: ArrayData): Scaler {
  const place = 'standardize';
  const size = Array.isArray((x as ArrayData | undefined)?.shape) ? rowSize(x) : 0;
  const mean = new Float64Array(size);
  const variance = new Float64Array(size);
  eachFeature(place, x, (value, i) => (mean[i]! += value));
  const samples = x.shape[0]!;
  for (let i = 0; i < size; i++) mean[i]! /= samples;
  eachFeature(place, x, (value, i) => (variance[i]! += (value - mean[i]!) ** 2 / samples));
  // What rounding alone can give for a constant feature, as in scikit-learn.
  const rounding = (i: number): number =>
    samples * Number.EPSILON * variance[i]! + (samples * mean[i]! * Number.EPSILON) ** 2;
  const std = variance.map((v, i) => (v <= rounding(i) ? 1 : Math.sqrt(v)));
  return makeScaler(place, x.shape.slice(1), mean, std);
}
