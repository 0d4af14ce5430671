// @sixstep/wasm under plain tfjs-layers: a convolution learns to tell lines that lie from lines that stand. The WASM backend
// of TensorFlow.js cannot train one by itself.
import assert from 'node:assert/strict';
import { useWasm } from '@sixstep/wasm';
import { getBackend, getKernel, tensor, train } from '@tensorflow/tfjs-core';
import * as tf from '@tensorflow/tfjs-layers';

assert.equal(getKernel('Conv2DBackpropFilter', 'wasm') == null, true);
await useWasm();
assert.equal(getBackend(), 'wasm');
assert.equal(getKernel('Conv2DBackpropFilter', 'wasm') != null, true);

const images = Array.from({ length: 16 }, (_, i) => {
  const line = (row, column) => ((i < 8 ? row : column) === i % 8 ? 1 : 0);
  return Array.from({ length: 8 }, (_, row) => Array.from({ length: 8 }, (_, column) => [line(row, column)]));
});
const x = tensor(images);
const y = tensor(Array.from({ length: 16 }, (_, i) => (i < 8 ? [1, 0] : [0, 1])));

const model = tf.sequential({
  layers: [
    tf.layers.conv2d({
      inputShape: [8, 8, 1],
      filters: 8,
      kernelSize: 3,
      activation: 'relu',
      kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }),
    }),
    tf.layers.maxPooling2d({ poolSize: 2 }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 2, activation: 'softmax', kernelInitializer: tf.initializers.glorotUniform({ seed: 2 }) }),
  ],
});
model.compile({ optimizer: train.adam(0.01), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
const { history } = await model.fit(x, y, { epochs: 200, batchSize: 16, verbose: 0 });
assert.ok(history.loss.at(-1) < history.loss[0] / 2, `loss ${history.loss[0]} became ${history.loss.at(-1)}`);
assert.equal(history.acc.at(-1), 1);
