import type { Generator } from '@sixstep/random';
import { tensor, type Tensor } from '@tensorflow/tfjs-core';

const sizeOf = (shape: readonly number[]): number => shape.reduce((size, n) => size * n, 1);

/** What dropout multiplies by: 0 with probability `rate`, else 1 / (1 - rate). */
export function drawDropoutMask(generator: Generator, shape: readonly number[], rate: number): Tensor {
  const data = new Float32Array(sizeOf(shape));
  const dropped = rate * 2 ** 32;
  const kept = 1 / (1 - rate);
  for (let i = 0; i < data.length; i++) if (generator.uint32() >= dropped) data[i] = kept;
  return tensor(data, [...shape]);
}

/** Draws from the normal distribution. */
export function drawNormal(generator: Generator, shape: readonly number[], mean: number, stddev: number): Tensor {
  const data = new Float32Array(sizeOf(shape));
  for (let i = 0; i < data.length; i++) data[i] = mean + stddev * generator.normal();
  return tensor(data, [...shape]);
}
