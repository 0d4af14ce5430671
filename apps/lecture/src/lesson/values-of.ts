import { type Tensor, tidy } from '@tensorflow/tfjs-core';

/** The numbers of what `f` computes; the tensors that it makes are cleared. */
export function valuesOf(f: () => Tensor): number[] {
  let values: number[] = [];
  tidy(() => {
    values = Array.from(f().dataSync());
  });
  return values;
}
