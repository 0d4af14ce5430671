import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { batchNormalization, conv2d, dense, dropout, flatten, maxPooling2d } from '@sixstep/layers';
import { earlyStopping, progressBar, sequential, terminateOnNaN, type Callback } from '@sixstep/model';
import { backend, memory } from '@tensorflow/tfjs-core';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const wasmHeap = (): number => (backend() as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm.HEAPU8.length;

test('the heaps of WebAssembly and JavaScript are flat over 20 epochs', async () => {
  const x = { data: new Uint8Array(320 * 64).map((_, i) => (i * 31) % 256), shape: [320, 8, 8, 1] };
  const y = { data: Int32Array.from({ length: 320 }, (_, i) => i % 4), shape: [320] };
  const model = sequential([
    conv2d({ filters: 4, kernelSize: 3, activation: 'relu' }),
    maxPooling2d(),
    batchNormalization(),
    flatten(),
    dropout({ rate: 0.2 }),
    dense({ units: 4, activation: 'softmax' }),
  ]);
  model.compile({
    optimizer: 'adam',
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy', 'sparseTopKCategoricalAccuracy'],
  });
  const seen: { tensors: number; bytes: number; wasm: number; js: number }[] = [];
  const note: Callback = {
    onEpochEnd() {
      collect();
      const { numTensors, numBytes } = memory();
      seen.push({ tensors: numTensors, bytes: numBytes, wasm: wasmHeap(), js: process.memoryUsage().heapUsed });
    },
  };
  const callbacks = [
    progressBar({ write: () => undefined }),
    earlyStopping({ patience: 100, restoreBestWeights: true }),
    terminateOnNaN({ explain: true }),
  ];
  const options = { batchSize: 8, validationSplit: 0.25 };
  // What the engine compiles, and notes about types, is on the JavaScript heap too: it first gets to know the code.
  await model.fit(x, y, { ...options, epochs: 20, callbacks });
  await model.fit(x, y, { ...options, epochs: 20, callbacks: [...callbacks, note] });
  expect(seen).toHaveLength(20);
  for (const { tensors, bytes, wasm } of seen)
    expect([tensors, bytes, wasm]).toEqual(Object.values(seen[0]!).slice(0, 3));
  // 19 epochs have 19 * 30 steps: one object of 1 KB that is kept for each would be 570 KB.
  expect(seen[19]!.js - seen[0]!.js).toBeLessThan(19 * 30 * 1000);
  model.dispose();
});
