import { sparseCategoricalCrossentropy } from '@sixstep/losses';
import type { Callback, History, Model, TrainingState } from '@sixstep/model';
import { optimizers } from '@sixstep/optimizers';
import { setRandomSeed } from '@sixstep/random';
import type { ImageData } from './image-task.js';
import { imageModels } from './models/image-models.js';
import type { Options } from './options.js';

/** A trained model, and how it went. */
export interface Trained {
  readonly model: Model;
  readonly history: History;
  readonly seconds: number;
}

/** The lecture's program: after every epoch the model is tried on the test images. */
export async function train(
  { train, test }: ImageData,
  { model: name, style, optimizer, learningRate, batchSize, epochs, seed }: Options,
  callbacks: readonly Callback[] = [],
  resumeFrom?: TrainingState,
): Promise<Trained> {
  setRandomSeed(seed);
  const model = imageModels[name](style);
  model.compile({
    optimizer: optimizers[optimizer](learningRate === undefined ? {} : { learningRate }),
    loss: sparseCategoricalCrossentropy({ fromLogits: false }),
    metrics: ['sparseCategoricalAccuracy'],
  });
  const start = performance.now();
  const history = await model.fit(train.x, train.y, {
    batchSize,
    epochs,
    validationData: [test.x, test.y],
    callbacks,
    resumeFrom,
  });
  return { model, history, seconds: (performance.now() - start) / 1000 };
}
