import { float32Range } from './float32-range.js';

/** Means and sums of products of deviations of two lines of numbers. */
export interface Moments {
  readonly meanT: number;
  readonly meanP: number;
  /** Means of (t - meanT)^2, (p - meanP)^2. */
  readonly varT: number;
  readonly varP: number;
  /** Mean of (t - meanT) (p - meanP). */
  readonly covariance: number;
}

/** The moments of t and p along a line. */
export function moments(
  t: ArrayLike<number>,
  p: ArrayLike<number>,
  start: number,
  length: number,
  step: number,
): Moments {
  let [meanT, meanP] = [0, 0];
  for (let k = 0, i = start; k < length; k++, i += step) {
    meanT += t[i]! / length;
    meanP += p[i]! / length;
  }
  let [varT, varP, covariance] = [0, 0, 0];
  for (let k = 0, i = start; k < length; k++, i += step) {
    const [dt, dp] = [t[i]! - meanT, p[i]! - meanP];
    varT += float32Range(dt * dt) / length;
    varP += float32Range(dp * dp) / length;
    covariance += float32Range(dt * dp) / length;
  }
  return { meanT, meanP, varT, varP, covariance };
}
