// A page trains, and a module worker of it trains too. `checked` is fulfilled if both losses are as expected.
import { expectedLoss, trainIris } from '../iris.js';
import { startWasm } from './start-wasm.js';

const inPage = async () => {
  await startWasm();
  return trainIris();
};
const inWorker = () =>
  new Promise((done, fail) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = ({ message }) => fail(new Error(`the worker failed: ${message}`));
  });

globalThis.checked = Promise.all([inPage(), inWorker()]).then((losses) => {
  for (const loss of losses) {
    if (loss !== expectedLoss) throw new Error(`expected the losses ${expectedLoss}, received ${losses.join(', ')}`);
  }
});
