import { tensor1d, tidy, variable } from '@tensorflow/tfjs-core';
import { makeOptimizer } from '../plane/make-optimizer.js';
import type { OptimizerChoice } from '../plane/plane-setup.js';
import { startOf, type Path } from './path.js';
import { raceLearningRates, type RaceSetup } from './race-setup.js';
import { surfaces } from './surfaces.js';

/** Lets an optimizer run down its surface. */
export function runRace(setup: RaceSetup, runner: OptimizerChoice): Path {
  const { f, gradient, goal } = surfaces[setup.surface];
  const optimizer = makeOptimizer[runner](setup.pace * raceLearningRates[setup.surface][runner]);
  const w = tidy(() => variable(tensor1d([...startOf(setup)])));
  const points = new Float32Array(2 * (setup.steps + 1));
  let arrived: number | undefined;
  points.set(w.dataSync());
  for (let step = 1; step <= setup.steps; step++) {
    const [x, y] = [points[2 * step - 2]!, points[2 * step - 1]!];
    tidy(() => optimizer.apply({ w: tensor1d([...gradient(x, y)]) }, { w }));
    points.set(w.dataSync(), 2 * step);
    if (arrived === undefined && f(points[2 * step]!, points[2 * step + 1]!) < goal) arrived = step;
  }
  optimizer.dispose();
  w.dispose();
  return { runner, points, arrived };
}
