import { maximum, mean, mul, sqrt, square } from '@tensorflow/tfjs-core';
import { mapTensors } from '../map-tensors.js';
import type { Stateless, Transform } from '../transform.js';
import { stateless } from './stateless.js';

/**
 * u = max(least, rms(w)) * u per variable w, with rms the root of the mean square: steps relative to the weights' size.
 *
 * Shazeer & Stern 2018, section 8.
 */
export function scaleByParamRms(least: number): Transform<Stateless> {
  return stateless((updates, { params }) =>
    mapTensors((u, w) => mul(u, maximum(sqrt(mean(square(w))), least)), updates, params),
  );
}
