import { maximum, minimum } from '@tensorflow/tfjs-core';
import { mapTensors } from '../map-tensors.js';
import type { Stateless, Transform } from '../transform.js';
import { stateless } from './stateless.js';

/** u = min(max(u, -limit), limit), elementwise. NaN stays NaN (TensorFlow.js' own `clipByValue` on WASM hides it). */
export function clipByValue(limit: number): Transform<Stateless> {
  return stateless((updates) => mapTensors((u) => minimum(maximum(u, -limit), limit), updates));
}
