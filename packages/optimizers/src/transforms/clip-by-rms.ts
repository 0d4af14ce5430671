import { div, maximum, mean, sqrt, square } from '@tensorflow/tfjs-core';
import type { Stateless, Transform } from '../transform.js';
import { perUpdate } from './stateless.js';

/**
 * u = u / max(1, rms(u) / threshold) per variable, with rms the root of the mean square.
 *
 * Shazeer & Stern 2018, section 6.
 */
export function clipByRms(threshold: number): Transform<Stateless> {
  return perUpdate((u) => div(u, maximum(div(sqrt(mean(square(u))), threshold), 1)));
}
