import { add, fill, sqrt, type Tensor } from '@tensorflow/tfjs-core';
import type { Tensors } from '../optimizer.js';
import { perVariable } from '../per-variable.js';
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
  const start = { accumulator: (param: Tensor) => fill(param.shape, initialAccumulatorValue) };
  return perVariable<ScaleByRssState>(start, (u, slots) => {
    const accumulator = add(slots.accumulator, squareOfGradient(u));
    return [quotient(u, sqrt(add(accumulator, epsilon)), epsilon), { accumulator }];
  });
}
