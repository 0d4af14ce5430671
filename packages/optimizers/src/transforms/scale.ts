import { mul } from '@tensorflow/tfjs-core';
import { mapTensors } from '../map-tensors.js';
import type { Stateless, Transform } from '../transform.js';
import { stateless } from './stateless.js';

/** u = factor * u. */
export function scale(factor: number): Transform<Stateless> {
  return stateless((updates) => mapTensors((u) => mul(u, factor), updates));
}
