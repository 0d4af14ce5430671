// A worker with a model of the user's own; `workerData` says which.
import { workerData } from 'node:worker_threads';
import { serveTraining } from '@sixstep/parallel';
import { makeLine, makeModel } from './own-model.js';

const models = { model: () => makeModel(workerData), line: () => makeLine(workerData.times) };
serveTraining({ model: models[workerData.kind] });
