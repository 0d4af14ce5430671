import { add, maximum, mul, sqrt, zerosLike } from '@tensorflow/tfjs-core';
import { moveTo } from '../averages.js';
import { integerPower } from '../integer-power.js';
import type { Tensors } from '../optimizer.js';
import { perVariable } from '../per-variable.js';
import { quotient } from '../quotient.js';
import { squareOfGradient } from '../square-of-gradient.js';
import type { Transform } from '../transform.js';

export interface ScaleByAdamOptions {
  /** How much of the mean stays at each step. Defaults to 0.9. */
  beta1?: number;
  /** How much of the mean square stays at each step. Defaults to 0.999. */
  beta2?: number;
  /** Defaults to 1e-7. */
  epsilon?: number;
  /** Whether to divide by the highest v so far. Defaults to false. */
  amsgrad?: boolean;
  /** Whether `epsilon` is added to sqrt(v) before its bias is corrected, or after. Defaults to true: before, as in Keras. */
  epsilonHat?: boolean;
}

export type ScaleByAdamState = {
  readonly momentum: Tensors;
  readonly velocity: Tensors;
  readonly velocityHat?: Tensors;
};

/**
 * m = beta1 * m + (1 - beta1) * u; v = beta2 * v + (1 - beta2) * u^2, both from 0; then at t = 1, 2, ...
 *
 *     epsilonHat:  u = sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon)
 *     else:        u = m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon), which is the first form with the epsilon
 *                  sqrt(1 - beta2^t) * epsilon
 *
 * Kingma & Ba 2015, Adam: the first form is the one before section 2.1, the second is algorithm 1; they are one for epsilon
 * 0. `amsgrad`: Reddi et al. 2018, with the highest of the v that are not corrected, as in Keras.
 */
export function scaleByAdam({
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-7,
  amsgrad,
  epsilonHat = true,
}: ScaleByAdamOptions = {}): Transform<ScaleByAdamState> {
  const start = { momentum: zerosLike, velocity: zerosLike, ...(amsgrad && { velocityHat: zerosLike }) };
  return perVariable<ScaleByAdamState>(start, (u, slots, { step }) => {
    const root2 = Math.sqrt(1 - integerPower(beta2, step + 1));
    const alpha = root2 / (1 - integerPower(beta1, step + 1));
    const added = epsilonHat ? epsilon : epsilon * root2;
    const momentum = moveTo(slots.momentum, u, beta1);
    const velocity = moveTo(slots.velocity, squareOfGradient(u), beta2);
    const velocityHat = slots.velocityHat && maximum(velocity, slots.velocityHat);
    return [
      quotient(mul(momentum, alpha), add(sqrt(velocityHat ?? velocity), added), epsilon),
      { momentum, velocity, ...(velocityHat && { velocityHat }) },
    ];
  });
}
