import type { Tensor } from '@tensorflow/tfjs-core';
import { clip } from './clip.js';

/** hardTanh(x) = min(max(x, -1), 1). Its derivative at -1 and at 1 is 1. */
export function hardTanh(x: Tensor): Tensor {
  return clip(x, -1, 1);
}
