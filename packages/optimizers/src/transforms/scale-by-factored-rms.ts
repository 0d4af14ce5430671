import { add, div, expandDims, mean, mul, sqrt, square, zeros, zerosLike, type Tensor } from '@tensorflow/tfjs-core';
import { mix } from '../averages.js';
import type { Tensors } from '../optimizer.js';
import { perVariable } from '../per-variable.js';
import type { Transform } from '../transform.js';

export interface ScaleByFactoredRmsOptions {
  /** The averages keep 1 - t^beta2Decay at step t = 1, 2, ... Defaults to -0.8. */
  beta2Decay?: number;
  /** What is added to the squares. Defaults to 1e-30. */
  epsilon1?: number;
}

/** Means of rows and columns; a scalar stands in for those of a variable that has fewer than two dimensions. */
export type ScaleByFactoredRmsState = { readonly r: Tensors; readonly c: Tensors; readonly velocity: Tensors };

/**
 * u = u / sqrt(v), where v of a matrix is kept as the means r of its rows and c of its columns (over the last two axes):
 *
 *     b = 1 - t^beta2Decay;  r = b * r + (1 - b) * mean(u^2 + epsilon1, last axis);  c the same over the axis before
 *     v = r / mean(r) * c;   with fewer than two axes v = b * v + (1 - b) * (u^2 + epsilon1)
 *
 * Shazeer & Stern 2018, Adafactor, algorithms 4 and 5.
 */
export function scaleByFactoredRms({
  beta2Decay = -0.8,
  epsilon1 = 1e-30,
}: ScaleByFactoredRmsOptions = {}): Transform<ScaleByFactoredRmsState> {
  const factored = ({ rank }: Tensor): boolean => rank >= 2;
  const meansOf =
    (shapeOf: (shape: number[]) => number[]) =>
    (param: Tensor): Tensor =>
      zeros(factored(param) ? shapeOf(param.shape) : []);
  const start = {
    r: meansOf((shape) => shape.slice(0, -1)),
    c: meansOf((shape) => [...shape.slice(0, -2), shape.at(-1)!]),
    velocity: zerosLike,
  };
  return perVariable<ScaleByFactoredRmsState>(start, (u, slots, { step }) => {
    const beta = 1 - Math.pow(step + 1, beta2Decay);
    const squares = add(square(u), epsilon1);
    if (!factored(u)) {
      const velocity = mix(slots.velocity, squares, beta);
      return [div(u, sqrt(velocity)), { ...slots, velocity }];
    }
    const r = mix(slots.r, mean(squares, -1), beta);
    const c = mix(slots.c, mean(squares, -2), beta);
    const velocity = mul(expandDims(div(r, mean(r, -1, true)), -1), expandDims(c, -2));
    return [div(u, sqrt(velocity)), { r, c, velocity }];
  });
}
