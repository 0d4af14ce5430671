import { mul } from '@tensorflow/tfjs-core';
import { mapTensors } from '../map-tensors.js';
import type { Stateless, Transform } from '../transform.js';
import { stateless } from './stateless.js';

/**
 * u = rate * sqrt(max(rows, columns)) * u on matrices, which gives an orthogonal u the root mean square `rate`.
 *
 * Liu et al. 2025, Muon is Scalable for LLM Training, section 2.2.
 */
export function scaleBySide(rate: number): Transform<Stateless> {
  return stateless((updates) => mapTensors((u) => mul(u, Math.sqrt(Math.max(...u.shape)) * rate), updates));
}
