import { add, mul, sqrt, zerosLike } from '@tensorflow/tfjs-core';
import { moveTo } from '../averages.js';
import { integerPower } from '../integer-power.js';
import type { Tensors } from '../optimizer.js';
import { perVariable } from '../per-variable.js';
import { quotient } from '../quotient.js';
import { squareOfGradient } from '../square-of-gradient.js';
import type { Transform } from '../transform.js';

export interface ScaleByNadamOptions {
  /** Where the schedule of the momentum ends. Defaults to 0.9. */
  beta1?: number;
  /** How much of the mean square stays at each step. Defaults to 0.999. */
  beta2?: number;
  /** Defaults to 1e-7. */
  epsilon?: number;
}

type Moments = { readonly momentum: Tensors; readonly velocity: Tensors };
export type ScaleByNadamState = {
  readonly momentum: Tensors;
  readonly velocity: Tensors;
  readonly uProduct: number;
};

/** The factors of one step of Nadam, and the product of all momenta so far. */
export interface NadamFactors {
  readonly momentumScale: number;
  readonly gradientScale: number;
  readonly velocityScale: number;
  readonly uProduct: number;
}

/** With mu(t) = beta1 * (1 - 0.96^t / 2): mu(t+1) / (1 - mu(1)...mu(t+1)), (1 - mu(t)) / (1 - mu(1)...mu(t)), both times
 * the learning rate, 1 / (1 - beta2^t). */
export function nadamFactors(
  beta1: number,
  beta2: number,
  uProduct: number,
  step: number,
  learningRate = 1,
): NadamFactors {
  const t = step + 1;
  const mu = beta1 * (1 - 0.5 * integerPower(0.96, t));
  const muNext = beta1 * (1 - 0.5 * integerPower(0.96, t + 1));
  const product = uProduct * mu;
  return {
    momentumScale: learningRate * (muNext / (1 - product * muNext)),
    gradientScale: learningRate * ((1 - mu) / (1 - product)),
    velocityScale: 1 / (1 - integerPower(beta2, t)),
    uProduct: product,
  };
}

/**
 * Adam with Nesterov's momentum. m and v as in Adam; with the momenta mu(t) = beta1 * (1 - 0.96^t / 2) and their product
 * U(t) = mu(1) * ... * mu(t), at t = 1, 2, ...
 *
 *     mHat = mu(t+1) * m / (1 - U(t+1)) + (1 - mu(t)) * u / (1 - U(t));  u = mHat / (sqrt(v / (1 - beta2^t)) + epsilon)
 *
 * Dozat 2016, Incorporating Nesterov Momentum into Adam.
 */
export function scaleByNadam({
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-7,
}: ScaleByNadamOptions = {}): Transform<ScaleByNadamState> {
  const start = { momentum: zerosLike, velocity: zerosLike };
  const moments = perVariable<Moments, NadamFactors>(start, (u, slots, factors) => {
    const momentum = moveTo(slots.momentum, u, beta1);
    const velocity = moveTo(slots.velocity, squareOfGradient(u), beta2);
    const mHat = add(mul(momentum, factors.momentumScale), mul(u, factors.gradientScale));
    const root = sqrt(mul(velocity, factors.velocityScale));
    return [quotient(mHat, add(root, epsilon), epsilon), { momentum, velocity }];
  });
  return {
    init: (params) => ({ ...moments.init(params), uProduct: 1 }),
    update(updates, { uProduct, ...slots }, context) {
      const factors = nadamFactors(beta1, beta2, uProduct, context.step);
      const next = moments.update(updates, slots, { ...context, ...factors });
      return { updates: next.updates, state: { ...next.state, uProduct: factors.uProduct } };
    },
  };
}
