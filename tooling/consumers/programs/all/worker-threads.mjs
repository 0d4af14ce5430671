// Two threads of Node train at once, each with a backend of its own.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { useWasm } from '@sixstep/wasm';
import { expectedLoss, trainIris } from './iris.js';

if (isMainThread) {
  const workers = [1, 2].map(() => new Worker(new URL(import.meta.url)));
  const losses = (await Promise.all(workers.map((worker) => once(worker, 'message')))).flat();
  assert.deepEqual(losses, [expectedLoss, expectedLoss]);
} else {
  await useWasm();
  parentPort.postMessage(await trainIris());
}
