import { workers } from '@sixstep/parallel';
import { useWasm } from '@sixstep/wasm';
import { train, trainOwn } from '../support/train.js';
import { wasmPaths } from './wasm-paths.js';

const ownWorker = () => new Worker(new URL('./own-worker.js', import.meta.url), { type: 'module' });
const trainings = {
  known: () => train(workers({ count: 2, wasm: { wasmPaths } })),
  own: () => trainOwn(workers({ count: 2, worker: ownWorker })),
  // The message channel of a script that is not there.
  missing: () => train(workers({ count: 2, worker: () => new Worker('./missing.js', { type: 'module' }) })),
};

/** Trains in this page; the result, or the text of the error. */
globalThis.trainHere = async (kind) => {
  await useWasm({ wasmPaths });
  return trainings[kind]().catch((error) => error.message);
};
document.body.dataset.ready = 'true';
