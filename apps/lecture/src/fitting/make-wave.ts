import { type ArrayData } from '@sixstep/datasets';
import type { Generator } from '@sixstep/random';

/** Numbers and what is to be said of them, both of shape [samples, 1]. */
export interface Wave {
  readonly x: ArrayData<Float32Array>;
  readonly y: ArrayData<Float32Array>;
}

/** What the samples come from. */
export const wave = (x: number): number => Math.sin(3 * x);

/** Samples of the wave between -1.5 and 1.5, with noise of standard deviation 0.3. */
export function makeWave(random: Generator, count: number): Wave {
  const x = Float32Array.from({ length: count }, (_, i) => -1.5 + (3 * (i + random.uniform())) / count);
  const y = x.map((value) => wave(value) + 0.3 * random.normal());
  return { x: { data: x, shape: [count, 1] }, y: { data: y, shape: [count, 1] } };
}
