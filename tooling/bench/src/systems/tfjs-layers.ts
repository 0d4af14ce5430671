// tfjs-layers on the backend that the first argument names; `wasm+kernels` is WASM with our kernels installed.
import '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import { installTrainingKernels } from '@sixstep/wasm';
import { loadIris, RandomState } from '@sixstep/datasets';
import * as tf from '@tensorflow/tfjs';
import { serve, type Request, type Stepper } from '../protocol.js';
import { EPOCH, VOCABULARY, inputs, labels, workloads, type Workload } from '../workloads.js';

function model(workload: Workload): tf.Sequential {
  const { layers } = tf;
  const head = layers.dense({ units: workloads[workload].classes, activation: 'softmax' });
  const shape = [...workloads[workload].x];
  switch (workload) {
    case 'iris':
      return tf.sequential({
        layers: [
          layers.dense({ units: 3, inputShape: shape, activation: 'softmax', kernelRegularizer: tf.regularizers.l2() }),
        ],
      });
    case 'mlp':
    case 'epoch':
      return tf.sequential({
        layers: [layers.flatten({ inputShape: shape }), layers.dense({ units: 128, activation: 'relu' }), head],
      });
    case 'cnn':
      return tf.sequential({
        layers: [
          layers.conv2d({ filters: 32, kernelSize: 3, activation: 'relu', inputShape: shape }),
          layers.maxPooling2d({ poolSize: 2 }),
          layers.conv2d({ filters: 64, kernelSize: 3, activation: 'relu' }),
          layers.maxPooling2d({ poolSize: 2 }),
          layers.flatten(),
          layers.dense({ units: 128, activation: 'relu' }),
          head,
        ],
      });
    case 'lstm':
      // Orthogonal initialization needs a decomposition that takes seconds here; it does not matter for the time of a step.
      return tf.sequential({
        layers: [
          layers.lstm({
            units: 64,
            inputShape: shape,
            recurrentInitializer: 'glorotUniform',
            recurrentActivation: 'sigmoid',
          }),
          head,
        ],
      });
    case 'text':
      return tf.sequential({
        layers: [
          layers.embedding({ inputDim: VOCABULARY, outputDim: 32, inputLength: 80 }),
          layers.gru({ units: 64, recurrentInitializer: 'glorotUniform', recurrentActivation: 'sigmoid' }),
          head,
        ],
      });
  }
}

async function make({ workload, batch, steps }: Request): Promise<Stepper> {
  const net = model(workload);
  net.compile({
    optimizer: workload === 'iris' ? tf.train.sgd(0.1) : tf.train.adam(),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
  });
  if (workload === 'iris') {
    const iris = loadIris();
    const order = new RandomState(1).permutation(150);
    const x = tf.gather(tf.tensor2d(iris.x.data, [150, 4]), tf.tensor1d(order, 'int32'));
    const y = tf.gather(tf.tensor1d(Float32Array.from(iris.y.data)), tf.tensor1d(order, 'int32'));
    // With its defaults, as a user would: like ours, it lets the event loop turn now and then.
    return () => net.fit(x, y, { batchSize: batch, epochs: steps, verbose: 0, validationSplit: 0.2 });
  }
  if (workload === 'epoch') {
    const images = (count: number): tf.Tensor => tf.tensor(inputs(workload, count), [count, 28, 28]);
    const classes = (count: number): tf.Tensor => tf.tensor1d(Float32Array.from(labels(workload, count)));
    const [x, testX] = [images(EPOCH.train), images(EPOCH.test)];
    const [y, testY] = [classes(EPOCH.train), classes(EPOCH.test)];
    return () => net.fit(x, y, { batchSize: batch, epochs: steps, verbose: 0, validationData: [testX, testY] });
  }
  const x = tf.tensor(inputs(workload, batch * steps), [batch * steps, ...workloads[workload].x]);
  const y = tf.tensor1d(Float32Array.from(labels(workload, batch * steps)));
  return () => net.fit(x, y, { batchSize: batch, epochs: 1, shuffle: false, verbose: 0, yieldEvery: 'never' });
}

const [backend = 'wasm'] = process.argv.slice(2);
await tf.setBackend(backend === 'cpu' ? 'cpu' : 'wasm');
await tf.ready();
if (backend === 'wasm+kernels') await installTrainingKernels();
await serve({ '@tensorflow/tfjs-layers': tf.version_layers }, make);
