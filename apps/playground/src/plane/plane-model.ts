import { glorotUniform, heNormal } from '@sixstep/initializers';
import { dense, dropout } from '@sixstep/layers';
import { sequential, type Sequential } from '@sixstep/model';
import { setRandomSeed } from '@sixstep/random';
import { l1l2 } from '@sixstep/regularizers';
import { makeOptimizer } from './make-optimizer.js';
import { makeSchedule } from './make-schedule.js';
import type { PlaneSetup } from './plane-setup.js';

/** A compiled and built network from points of the plane to classes; the seed draws its weights. */
export function planeModel(setup: PlaneSetup, classes: number, steps: number): Sequential {
  const { activation, dropout: rate, l1, l2, learningRate, optimizer, schedule, seed } = setup;
  setRandomSeed(seed);
  const rectifies = ['relu', 'leakyRelu', 'gelu'].includes(activation);
  const parts = () => ({
    kernelInitializer: rectifies ? heNormal() : glorotUniform(),
    ...(l1 + l2 > 0 && { kernelRegularizer: l1l2({ l1, l2 }) }),
  });

  const hidden = setup.layers.flatMap((units) => [
    dense({ units, activation, ...parts() }),
    ...(rate > 0 ? [dropout({ rate })] : []),
  ]);
  const model = sequential([...hidden, dense({ units: classes, activation: 'softmax', ...parts() })]);
  model.compile({
    optimizer: makeOptimizer[optimizer](makeSchedule[schedule](learningRate, steps)),
    loss: 'sparseCategoricalCrossentropy',
  });
  model.ensureBuilt([null, 2]);
  return model;
}
