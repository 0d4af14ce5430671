import type { Optimizer } from '@sixstep/optimizers';
import { type Scalar, scalar, variable } from '@tensorflow/tfjs-core';
import { gradientOf } from '../lesson/gradient-of.js';
import type { Surface } from './surfaces.js';

/** Where an optimizer went. */
export interface Walk {
  /** The weights at the start and after each step. */
  readonly path: readonly (readonly [number, number])[];
  /** By how much the loss there is above the least one. */
  readonly losses: readonly number[];
}

/** Sends an optimizer over a surface. */
export function walk({ loss, least, start, steps }: Surface, optimizer: Optimizer): Walk {
  const [x, y] = [variable(scalar(start[0])), variable(scalar(start[1]))];
  const path: [number, number][] = [];
  const losses: number[] = [];
  for (let step = 0; step <= steps; step++) {
    path.push([x.dataSync()[0]!, y.dataSync()[0]!]);
    const { value } = gradientOf(
      () => loss(x, y) as Scalar,
      [x, y],
      ([dx, dy]) => {
        if (step < steps) optimizer.apply({ x: dx!, y: dy! }, { x, y });
      },
    );
    losses.push(value - least);
  }
  optimizer.dispose();
  x.dispose();
  y.dispose();
  return { path, losses };
}
