// The six steps on iris, for 40 epochs. Whoever calls it checks that the loss is this one, to the last bit.
import { loadIris, RandomState } from '@sixstep/datasets';
import { dense } from '@sixstep/layers';
import { sequential } from '@sixstep/model';
import { sgd } from '@sixstep/optimizers';
import { setRandomSeed } from '@sixstep/random';

/** The loss on the validation data after 40 epochs, everywhere. */
export const expectedLoss = 0.6042916178703308;

export async function trainIris() {
  const { x, y } = loadIris();
  new RandomState(116).shuffle(x);
  new RandomState(116).shuffle(y);
  setRandomSeed(116);
  const model = sequential([dense({ units: 3, activation: 'softmax' })]);
  model.compile({
    optimizer: sgd({ learningRate: 0.1 }),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['sparseCategoricalAccuracy'],
  });
  const { history } = await model.fit(x, y, { batchSize: 32, epochs: 40, validationSplit: 0.2 });
  return history.valLoss.at(-1);
}
