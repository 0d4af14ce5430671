import { mul } from '@tensorflow/tfjs-core';
import type { Stateless, Transform } from '../transform.js';
import { perUpdate } from './stateless.js';

/**
 * u = rate * sqrt(max(rows, columns)) * u on matrices, which gives an orthogonal u the root mean square `rate`.
 *
 * Liu et al. 2025, Muon is Scalable for LLM Training, section 2.2.
 */
export function scaleBySide(rate: number): Transform<Stateless> {
  return perUpdate((u) => mul(u, Math.sqrt(Math.max(...u.shape)) * rate));
}
