import { loadIris, RandomState, type Iris } from '@sixstep/datasets';
import { sparseCategoricalCrossentropy } from '@sixstep/losses';
import type { Callback, History, Model } from '@sixstep/model';
import { sgd } from '@sixstep/optimizers';
import { setRandomSeed } from '@sixstep/random';
import { irisModel } from './model.js';
import type { Options } from './options.js';

/** A trained model, the data in the order in which it saw them, and how it went. */
export interface Trained {
  readonly model: Model;
  readonly iris: Iris;
  readonly history: History;
  readonly seconds: number;
}

/** The lecture's program: the same seed shuffles x and y alike; the last fifth of them is for validation. */
export async function train(
  { style, epochs, learningRate, seed }: Omit<Options, 'json'>,
  callbacks: readonly Callback[] = [],
): Promise<Trained> {
  const iris = loadIris();
  new RandomState(seed).shuffle(iris.x);
  new RandomState(seed).shuffle(iris.y);
  setRandomSeed(seed);

  const model = irisModel(style);
  model.compile({
    optimizer: sgd({ learningRate }),
    loss: sparseCategoricalCrossentropy({ fromLogits: false }),
    metrics: ['sparseCategoricalAccuracy'],
  });
  const start = performance.now();
  const history = await model.fit(iris.x, iris.y, {
    batchSize: 32,
    epochs,
    validationSplit: 0.2,
    validationFreq: 20,
    callbacks,
  });
  return { model, iris, history, seconds: (performance.now() - start) / 1000 };
}
