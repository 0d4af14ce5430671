import { add, mul } from '@tensorflow/tfjs-core';
import { byKey } from '../by-key.js';
import type { Stateless, Transform } from '../transform.js';
import { excludes, type WeightDecayExclusion } from '../weight-decay-exclusion.js';
import { stateless } from './stateless.js';

/**
 * u = u + weightDecay * w: an L2 penalty if it comes first in a chain, decoupled weight decay if it comes right before the
 * learning rate.
 *
 * Loshchilov & Hutter 2019. The option `weightDecay` of the optimizers is the decoupled one.
 *
 * @param exclude the variables that do not decay
 */
export function addDecayedWeights(weightDecay: number, exclude?: WeightDecayExclusion): Transform<Stateless> {
  return stateless((updates, { params }) =>
    byKey(Object.keys(updates), (name) =>
      excludes(exclude, name) ? updates[name]! : add(updates[name]!, mul(params[name]!, weightDecay)),
    ),
  );
}
