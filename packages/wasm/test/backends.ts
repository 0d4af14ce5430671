import { setBackend, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import type { Values } from './random.js';

/** Runs f on tensors of these values on the given backend, and reads its results. */
export async function on(
  backend: 'cpu' | 'wasm',
  f: (...x: Tensor[]) => Tensor | Tensor[],
  values: readonly Values[],
): Promise<Values[]> {
  await setBackend(backend);
  return tidy(() => {
    const y = f(...values.map(({ data, shape }) => tensor(data, shape, 'float32')));
    return (Array.isArray(y) ? y : [y]).map((one) => ({
      shape: one.shape,
      data: Float32Array.from(one.dataSync()),
    }));
  });
}

/** The largest error of actual, relative to the largest finite expected value; Infinity where one is NaN or infinite alone. */
export function worstError(actual: readonly Values[], expected: readonly Values[]): number {
  if (JSON.stringify(actual.map(({ shape }) => shape)) !== JSON.stringify(expected.map(({ shape }) => shape)))
    return Infinity;
  let worst = 0;
  expected.forEach(({ data }, i) => {
    const got = (actual[i] as Values).data;
    const scale = data.reduce((most, v) => (Number.isFinite(v) ? Math.max(most, Math.abs(v)) : most), 1e-30);
    data.forEach((want, j) => {
      const have = got[j] as number;
      if (Object.is(want, have) || want === have) return;
      const error = Math.abs(want - have) / scale;
      worst = Math.max(worst, Number.isNaN(error) ? Infinity : error);
    });
  });
  return worst;
}
