import { Tensor, tensor } from '@tensorflow/tfjs-core';

/** A mask that outlives the tidy in which its tensor was made. */
interface KeptMask {
  readonly data: Uint8Array;
  readonly shape: readonly number[];
}

const masks = new WeakMap<Tensor, Tensor | KeptMask>();

/** Notes that the time steps of `x` count where `mask` (bool, [batch, time]) is true. */
export function setMask(x: Tensor, mask: Tensor): void {
  masks.set(x, mask);
}

/** The mask that was noted for `x`, if there is one. Call it in a tidy: it may be a new tensor. */
export function maskOf(x: Tensor): Tensor | undefined {
  const mask = masks.get(x);
  if (mask === undefined || mask instanceof Tensor) return mask?.isDisposed === true ? undefined : mask;
  return tensor(mask.data, [...mask.shape], 'bool');
}

/** Keeps the values of the mask of `x`, since the tensor that holds them is about to be cleared. */
export function keepMask(x: Tensor): void {
  const mask = masks.get(x);
  if (mask instanceof Tensor && !mask.isDisposed) {
    masks.set(x, { data: Uint8Array.from(mask.dataSync()), shape: mask.shape });
  }
}
