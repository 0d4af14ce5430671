import { add, type Tensor, util, zeros } from '@tensorflow/tfjs-core';

/** Broadcasts x, of equal rank, to `shape`; x itself if it has that shape. One binary operation beats Tile on WASM. */
export function broadcastLike(x: Tensor, shape: number[]): Tensor {
  return util.arraysEqual(x.shape, shape) ? x : add(x, zeros(shape));
}
