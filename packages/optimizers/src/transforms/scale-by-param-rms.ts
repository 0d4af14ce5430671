import { maximum, mean, mul, sqrt, square } from '@tensorflow/tfjs-core';
import type { Stateless, Transform } from '../transform.js';
import { perUpdate } from './stateless.js';

/**
 * u = max(least, rms(w)) * u per variable w, with rms the root of the mean square: steps relative to the weights' size.
 *
 * Shazeer & Stern 2018, section 8.
 */
export function scaleByParamRms(least: number): Transform<Stateless> {
  return perUpdate((u, w) => mul(u, maximum(sqrt(mean(square(w))), least)));
}
