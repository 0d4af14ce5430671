import {
  add,
  div,
  expandDims,
  mean,
  mul,
  scalar,
  sqrt,
  square,
  zeros,
  zerosLike,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { mapTensors } from '../map-tensors.js';
import type { Tensors } from '../optimizer.js';
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
  const rows = (shape: number[]): number[] => shape.slice(0, -1);
  const columns = (shape: number[]): number[] => [...shape.slice(0, -2), shape.at(-1)!];
  const factored = (x: Tensor): boolean => x.rank >= 2;
  return {
    init: (params) => ({
      r: mapTensors((w) => (factored(w) ? zeros(rows(w.shape)) : scalar(0)), params),
      c: mapTensors((w) => (factored(w) ? zeros(columns(w.shape)) : scalar(0)), params),
      velocity: mapTensors(zerosLike, params),
    }),
    update(updates, state, { step }) {
      const beta = 1 - Math.pow(step + 1, beta2Decay);
      const average = (a: Tensor, x: Tensor): Tensor => add(mul(a, beta), mul(x, 1 - beta));
      const squares = mapTensors((u) => add(square(u), epsilon1), updates);
      const r = mapTensors((s, r) => (factored(s) ? average(r, mean(s, -1)) : r), squares, state.r);
      const c = mapTensors((s, c) => (factored(s) ? average(c, mean(s, -2)) : c), squares, state.c);
      const velocity = mapTensors(
        (s, r, c, v) =>
          factored(s) ? mul(expandDims(div(r, mean(r, -1, true)), -1), expandDims(c, -2)) : average(v, s),
        squares,
        r,
        c,
        state.velocity,
      );
      return {
        updates: mapTensors((u, v) => div(u, sqrt(v)), updates, velocity),
        state: {
          r: { ...state.r, ...r },
          c: { ...state.c, ...c },
          velocity: { ...state.velocity, ...velocity },
        },
      };
    },
  };
}
