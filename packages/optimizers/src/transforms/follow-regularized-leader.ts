import {
  add,
  div,
  fill,
  maximum,
  minimum,
  mul,
  pow,
  sqrt,
  square,
  sub,
  zerosLike,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { Tensors } from '../optimizer.js';
import { perVariable } from '../per-variable.js';
import type { Transform } from '../transform.js';

export interface FollowRegularizedLeaderOptions {
  /** p, at most 0. Defaults to -0.5. */
  learningRatePower?: number;
  /** Where the sum of squares begins. Defaults to 0.1. */
  initialAccumulatorValue?: number;
  /** Defaults to 0. */
  l1RegularizationStrength?: number;
  /** Defaults to 0. */
  l2RegularizationStrength?: number;
  /** Defaults to 0. */
  l2ShrinkageRegularizationStrength?: number;
  /** Defaults to 0. */
  beta?: number;
}

export type FollowRegularizedLeaderState = { readonly accumulator: Tensors; readonly linear: Tensors };

/**
 * With the learning rate r, n from initialAccumulatorValue and z from 0:
 *
 *     n' = n + u^2;  z = z + u + 2 * l2Shrinkage * w - (n'^-p - n^-p) / r * w
 *     w = (clip(z, -l1, l1) - z) / (n'^-p / r + 2 * (l2 + beta / (2 r)));  u = what that adds to w
 *
 * Comes alone: the learning rate is in it. McMahan et al. 2013, Ad Click Prediction, algorithm 1.
 */
export function followRegularizedLeader({
  learningRatePower = -0.5,
  initialAccumulatorValue = 0.1,
  l1RegularizationStrength: l1 = 0,
  l2RegularizationStrength: l2 = 0,
  l2ShrinkageRegularizationStrength: shrinkage = 0,
  beta = 0,
}: FollowRegularizedLeaderOptions = {}): Transform<FollowRegularizedLeaderState> {
  const power = (n: Tensor): Tensor => (learningRatePower === -0.5 ? sqrt(n) : pow(n, -learningRatePower));
  const start = { accumulator: (w: Tensor) => fill(w.shape, initialAccumulatorValue), linear: zerosLike };
  return perVariable<FollowRegularizedLeaderState>(start, (u, slots, { param: w, learningRate }) => {
    const accumulator = add(slots.accumulator, square(u));
    const shrunk = shrinkage === 0 ? u : add(u, mul(w, 2 * shrinkage));
    const sigma = div(sub(power(accumulator), power(slots.accumulator)), learningRate);
    const linear = add(slots.linear, sub(shrunk, mul(sigma, w)));
    const quadratic = add(div(power(accumulator), learningRate), 2 * (l2 + beta / (2 * learningRate)));
    return [sub(div(sub(minimum(maximum(linear, -l1), l1), linear), quadratic), w), { accumulator, linear }];
  });
}
