import { conv2d, dense, flatten, maxPooling2d, reshape } from '@sixstep/layers';
import { sequential, type Sequential } from '@sixstep/model';
import { setRandomSeed } from '@sixstep/random';
import { makeOptimizer } from '../plane/make-optimizer.js';
import type { ImageModelName, ImageSetup } from './image-setup.js';

const models: Readonly<Record<ImageModelName, () => Sequential>> = {
  softmax: () => sequential([flatten(), dense({ units: 10, activation: 'softmax' })]),
  mlp: () =>
    sequential([flatten(), dense({ units: 128, activation: 'relu' }), dense({ units: 10, activation: 'softmax' })]),
  cnn: () =>
    sequential([
      reshape({ targetShape: [28, 28, 1] }),
      conv2d({ filters: 8, kernelSize: 5, padding: 'same', activation: 'relu' }),
      maxPooling2d(),
      conv2d({ filters: 16, kernelSize: 5, activation: 'relu' }),
      maxPooling2d(),
      flatten(),
      dense({ units: 64, activation: 'relu' }),
      dense({ units: 10, activation: 'softmax' }),
    ]),
};

/** A compiled and built network from images of 28x28 to ten classes; the seed draws its weights. */
export function imageModel({ model: name, optimizer, learningRate, seed }: ImageSetup): Sequential {
  setRandomSeed(seed);
  const model = models[name]();
  model.compile({
    optimizer: makeOptimizer[optimizer](learningRate),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['sparseCategoricalAccuracy'],
  });
  model.ensureBuilt([null, 28, 28]);
  return model;
}
