import { mul } from '@tensorflow/tfjs-core';
import type { Stateless, Transform } from '../transform.js';
import { perUpdate } from './stateless.js';

/** u = factor * u. */
export function scale(factor: number): Transform<Stateless> {
  return perUpdate((u) => mul(u, factor));
}
