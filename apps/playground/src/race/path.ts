import type { OptimizerChoice } from '../plane/plane-setup.js';
import { UNSET, type RaceSetup } from './race-setup.js';
import { surfaces } from './surfaces.js';

/** The way of one optimizer: x and y before the first step and after each. */
export interface Path {
  readonly runner: OptimizerChoice;
  readonly points: Float32Array<ArrayBuffer>;
  /** The first step after which it was at the goal, if it got there. */
  readonly arrived: number | undefined;
}

/** Where a race starts. */
export function startOf({ surface, x, y }: RaceSetup): readonly [number, number] {
  const [startX, startY] = surfaces[surface].start;
  return [x === UNSET ? startX : x, y === UNSET ? startY : y];
}
