import type { Tensor } from '@tensorflow/tfjs-core';

const masks = new WeakMap<Tensor, Tensor>();

/** Notes that the time steps of `x` count where `mask` (bool, [batch, time]) is true. */
export function setMask(x: Tensor, mask: Tensor): void {
  masks.set(x, mask);
}

/** The mask that was noted for `x`, if there is one. */
export function maskOf(x: Tensor): Tensor | undefined {
  return masks.get(x);
}
