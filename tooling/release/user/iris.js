// The six steps, as the README shows them.
import { useWasm } from '@sixstep/wasm';
import { loadIris, RandomState } from '@sixstep/datasets';
import { dense } from '@sixstep/layers';
import { sequential } from '@sixstep/model';
import { sgd } from '@sixstep/optimizers';
import { setRandomSeed } from '@sixstep/random';
import { l2 } from '@sixstep/regularizers';

await useWasm();

const { x, y } = loadIris();
new RandomState(116).shuffle(x);
new RandomState(116).shuffle(y);
setRandomSeed(116);

const model = sequential([dense({ units: 3, activation: 'softmax', kernelRegularizer: l2() })]);

model.compile({
  optimizer: sgd({ learningRate: 0.1 }),
  loss: 'sparseCategoricalCrossentropy',
  metrics: ['sparseCategoricalAccuracy'],
});

const { history } = await model.fit(x, y, { batchSize: 32, epochs: 500, validationSplit: 0.2, validationFreq: 20 });

model.summary();
const accuracy = history.valSparseCategoricalAccuracy.at(-1);
console.log('validation accuracy', accuracy);
if (accuracy < 0.9) throw new Error(`expected an accuracy of 0.9 at least, received ${accuracy}`);
