import {
  add,
  clipByValue,
  div,
  fill,
  mul,
  pow,
  sqrt,
  square,
  sub,
  zerosLike,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { mapTensors } from '../map-tensors.js';
import type { Tensors } from '../optimizer.js';
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
  return {
    init: (params) => ({
      accumulator: mapTensors((w) => fill(w.shape, initialAccumulatorValue), params),
      linear: mapTensors(zerosLike, params),
    }),
    update(updates, state, { params, learningRate }) {
      const accumulator = mapTensors((u, n) => add(n, square(u)), updates, state.accumulator);
      const linear = mapTensors(
        (u, n, nNew, z, w) => {
          const shrunk = shrinkage === 0 ? u : add(u, mul(w, 2 * shrinkage));
          const sigma = div(sub(power(nNew), power(n)), learningRate);
          return add(z, sub(shrunk, mul(sigma, w)));
        },
        updates,
        state.accumulator,
        accumulator,
        state.linear,
        params,
      );
      const delta = mapTensors(
        (z, n, w) => {
          const quadratic = add(div(power(n), learningRate), 2 * (l2 + beta / (2 * learningRate)));
          return sub(div(sub(clipByValue(z, -l1, l1), z), quadratic), w);
        },
        linear,
        accumulator,
        params,
      );
      return {
        updates: delta,
        state: { accumulator: { ...state.accumulator, ...accumulator }, linear: { ...state.linear, ...linear } },
      };
    },
  };
}
