import { clipByValue as clip } from '@tensorflow/tfjs-core';
import { mapTensors } from '../map-tensors.js';
import type { Stateless, Transform } from '../transform.js';
import { stateless } from './stateless.js';

/** u = min(max(u, -limit), limit), elementwise. */
export function clipByValue(limit: number): Transform<Stateless> {
  return stateless((updates) => mapTensors((u) => clip(u, -limit, limit), updates));
}
