import { add, fill, sqrt } from '@tensorflow/tfjs-core';
import { mapTensors } from '../map-tensors.js';
import type { Tensors } from '../optimizer.js';
import { quotient } from '../quotient.js';
import { squareOfGradient } from '../square-of-gradient.js';
import type { Transform } from '../transform.js';

export interface ScaleByRssOptions {
  /** Where the sum of squares begins. Defaults to 0.1. */
  initialAccumulatorValue?: number;
  /** Defaults to 1e-7. */
  epsilon?: number;
}

export type ScaleByRssState = { readonly accumulator: Tensors };

/**
 * The root of the sum of squares: V = V + u^2 from V = initialAccumulatorValue; u = u / sqrt(V + epsilon).
 *
 * Duchi, Hazan & Singer 2011, AdaGrad.
 */
export function scaleByRss({
  initialAccumulatorValue = 0.1,
  epsilon = 1e-7,
}: ScaleByRssOptions = {}): Transform<ScaleByRssState> {
  return {
    init: (params) => ({ accumulator: mapTensors((w) => fill(w.shape, initialAccumulatorValue), params) }),
    update(updates, state) {
      const accumulator = mapTensors((u, v) => add(v, squareOfGradient(u)), updates, state.accumulator);
      return {
        updates: mapTensors((u, v) => quotient(u, sqrt(add(v, epsilon)), epsilon), updates, accumulator),
        state: { accumulator: { ...state.accumulator, ...accumulator } },
      };
    },
  };
}
