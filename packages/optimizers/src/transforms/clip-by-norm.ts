import { div, maximum, mul, sqrt } from '@tensorflow/tfjs-core';
import { mapTensors } from '../map-tensors.js';
import { sumOfSquares } from '../sum-of-squares.js';
import type { Stateless, Transform } from '../transform.js';
import { stateless } from './stateless.js';

/** u = u * limit / max(|u|, limit) per variable, with Euclidean norms. */
export function clipByNorm(limit: number): Transform<Stateless> {
  return stateless((updates) => mapTensors((u) => div(mul(u, limit), maximum(sqrt(sumOfSquares(u)), limit)), updates));
}
