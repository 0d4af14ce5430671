import { add, mean, mul, rsqrt, square, sub, type Tensor } from '@tensorflow/tfjs-core';

/** Mean, deviation from it and (biased) variance over `axes`, which stay with size 1. */
export function momentsOf(x: Tensor, axes: number[]): { mean: Tensor; centered: Tensor; variance: Tensor } {
  const average = mean(x, axes, true);
  const centered = sub(x, average);
  return { mean: average, centered, variance: mean(square(centered), axes, true) };
}

/** centered / sqrt(variance + epsilon) * scale + offset; all broadcast. */
export function standardize(
  centered: Tensor,
  variance: Tensor,
  epsilon: number,
  scale: Tensor | undefined,
  offset: Tensor | undefined,
): Tensor {
  const deviation = rsqrt(add(variance, epsilon));
  const y = mul(centered, scale === undefined ? deviation : mul(deviation, scale));
  return offset === undefined ? y : add(y, offset);
}

/** `axis` counted from the front. @throws Error if a shape of that rank has no such axis */
export function positiveAxis(place: string, axis: number, rank: number): number {
  if (Number.isInteger(axis) && axis >= -rank && axis < rank) return axis < 0 ? axis + rank : axis;
  throw new Error(
    `${place}: expected axis to be from ${-rank} to ${rank - 1} for an input of rank ${rank}, received ${axis}.`,
  );
}
