import { maximum, minimum } from '@tensorflow/tfjs-core';
import type { Stateless, Transform } from '../transform.js';
import { perUpdate } from './stateless.js';

/** u = min(max(u, -limit), limit), elementwise. NaN stays NaN (TensorFlow.js' own `clipByValue` on WASM hides it). */
export function clipByValue(limit: number): Transform<Stateless> {
  return perUpdate((u) => minimum(maximum(u, -limit), limit));
}
