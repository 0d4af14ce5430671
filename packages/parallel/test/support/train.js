import { weightArrays } from '@sixstep/formats';
import { batchNormalization, dense, dropout, flatten } from '@sixstep/layers';
import { sequential } from '@sixstep/model';
import { setRandomSeed } from '@sixstep/random';
import { makeModel } from './own-model.js';

async function result(model, x, y, workers) {
  const { history } = await model.fit(x, y, { batchSize: 8, epochs: 2, seed: 4, workers });
  const weights = Object.entries(weightArrays(model)).map(([path, { data }]) => [path, ...data]);
  model.dispose();
  return JSON.stringify({ loss: history.loss, weights });
}

/** Trains a model of known parts by `workers`; all that came of it, as text. */
export function train(workers) {
  setRandomSeed(5);
  const model = sequential([
    flatten(),
    dense({ units: 6, activation: 'tanh' }),
    batchNormalization(),
    dropout({ rate: 0.2 }),
    dense({ units: 3, activation: 'softmax' }),
  ]);
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  const x = {
    data: Uint8Array.from({ length: 21 * 16 }, (_, i) => (i * 7919) % 256),
    shape: [21, 4, 4],
    scale: 1 / 255,
  };
  return result(model, x, { data: Uint8Array.from({ length: 21 }, (_, i) => i % 3), shape: [21] }, workers);
}

/** Trains a model with parts of the user's own. */
export function trainOwn(workers) {
  setRandomSeed(5);
  const x = { data: Float32Array.from({ length: 60 }, (_, i) => (i % 7) / 7), shape: [20, 3] };
  const y = { data: Float32Array.from({ length: 20 }, (_, i) => (i % 5) / 5), shape: [20, 1] };
  return result(makeModel(), x, y, workers);
}
