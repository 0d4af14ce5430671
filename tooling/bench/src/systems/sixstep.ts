import { loadIris } from '@sixstep/datasets';
import { conv2d, dense, embedding, flatten, gru, lstm, maxPooling2d } from '@sixstep/layers';
import { type AnyModel, type ArrayData, type Callback, sequential } from '@sixstep/model';
import { sgd } from '@sixstep/optimizers';
import { workers } from '@sixstep/parallel';
import { l2 } from '@sixstep/regularizers';
import { setRandomSeed } from '@sixstep/random';
import { useWasm } from '@sixstep/wasm';
import { serve, type Request, type Stepper } from '../protocol.js';
import { EPOCH, VOCABULARY, inputs, labels, workloads, type Workload } from '../workloads.js';

function model(workload: Workload): AnyModel {
  const head = dense({ units: workloads[workload].classes, activation: 'softmax' });
  switch (workload) {
    case 'iris':
      return sequential([dense({ units: 3, activation: 'softmax', kernelRegularizer: l2() })]);
    case 'mlp':
    case 'epoch':
      return sequential([flatten(), dense({ units: 128, activation: 'relu' }), head]);
    case 'cnn':
      return sequential([
        conv2d({ filters: 32, kernelSize: 3, activation: 'relu' }),
        maxPooling2d(),
        conv2d({ filters: 64, kernelSize: 3, activation: 'relu' }),
        maxPooling2d(),
        flatten(),
        dense({ units: 128, activation: 'relu' }),
        head,
      ]);
    case 'lstm':
      return sequential([lstm({ units: 64 }), head]);
    case 'text':
      return sequential([embedding({ inputDim: VOCABULARY, outputDim: 32 }), gru({ units: 64 }), head]);
  }
}

/** How many workers take the steps; without it, this thread does. */
const [, , count] = process.argv;

async function make({ workload, batch, steps }: Request): Promise<Stepper> {
  if (count !== undefined && (workload === 'iris' || workload === 'epoch'))
    throw new Error('workers are timed by the step, not by the epoch');
  setRandomSeed(1);
  const net = model(workload);
  net.compile({
    optimizer: workload === 'iris' ? sgd({ learningRate: 0.1 }) : 'adam',
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['sparseCategoricalAccuracy'],
  });
  if (workload === 'iris') {
    const { x, y } = loadIris();
    return () => net.fit(x, y, { batchSize: batch, epochs: steps, validationSplit: 0.2, validationFreq: 20 });
  }
  if (workload === 'epoch') {
    // Bytes, as MNIST has them, scaled when a batch is cut.
    const pixels = (count: number): ArrayData => ({
      data: Uint8Array.from(inputs(workload, count), (value) => value * 256),
      shape: [count, 28, 28],
      scale: 1 / 255,
    });
    const [x, testX] = [pixels(EPOCH.train), pixels(EPOCH.test)];
    const y = { data: labels(workload, EPOCH.train), shape: [EPOCH.train] };
    const testY = { data: labels(workload, EPOCH.test), shape: [EPOCH.test] };
    return () => net.fit(x, y, { batchSize: batch, epochs: steps, validationData: [testX, testY] });
  }
  const x = { data: inputs(workload, batch * steps), shape: [batch * steps, ...workloads[workload].x] };
  const y = { data: labels(workload, batch * steps), shape: [batch * steps] };
  if (count === undefined) return () => net.fit(x, y, { batchSize: batch, shuffle: false });
  const runner = workers({ count: Number(count) });
  return async () => {
    let [start, end] = [0, 0];
    const clock: Callback = {
      onEpochBegin: () => void (start = performance.now()),
      onTrainBatchEnd: () => void (end = performance.now()),
    };
    await net.fit(x, y, { batchSize: batch, shuffle: false, workers: runner, callbacks: [clock] });
    return end - start;
  };
}

await useWasm();
await serve({}, make);
