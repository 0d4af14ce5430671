import { pad, Slice, slice_util, type Tensor } from '@tensorflow/tfjs-core';
import type { Derivative } from './derivative.js';
import { fromInput } from './unary.js';

/** d(slice(x)) = dy, with zeros around it. */
export const sliceDerivative: Derivative<[Tensor], { begin: number | number[]; size: number | number[] }> = fromInput<{
  begin: number | number[];
  size: number | number[];
}>(Slice, (dy, x, { begin, size }) => {
  const [from] = slice_util.parseSliceParams(x, begin, size);
  return pad(
    dy,
    x.shape.map((n, i) => [from?.[i] ?? 0, n - (from?.[i] ?? 0) - (dy.shape[i] ?? 0)] as [number, number]),
  );
});
