import { notNegative } from '@sixstep/parts';
import type { Optimizer } from '../optimizer.js';
import { adamNamed, type AdamOptions } from './adam.js';

export interface AdamWOptions extends AdamOptions {
  /** Defaults to 0.004. */
  weightDecay?: number;
}

/**
 * Adam with decoupled weight decay: w = w - weightDecay * r * w, and then as `adam`. r = 0.001 by default.
 *
 * Loshchilov & Hutter 2019, algorithm 2.
 *
 * @throws Error if an option is out of its range
 */
export function adamW(options: AdamWOptions = {}): Optimizer {
  return adamNamed('adamW', options, [0.004, notNegative]);
}
