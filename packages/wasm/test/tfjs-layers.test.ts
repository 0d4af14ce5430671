import '@tensorflow/tfjs-backend-wasm';
import { installTrainingKernels } from '@sixstep/wasm';
import { beforeAll, expect, jest, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs';

jest.spyOn(console, 'warn').mockImplementation(() => undefined);

const { layers, initializers } = tf;
const seeded = (seed: number): ReturnType<typeof initializers.glorotUniform> => initializers.glorotUniform({ seed });

function cnn(): tf.Sequential {
  const model = tf.sequential({
    layers: [
      layers.conv2d({
        inputShape: [12, 12, 1],
        filters: 32,
        kernelSize: 3,
        activation: 'relu',
        kernelInitializer: seeded(1),
      }),
      layers.maxPooling2d({ poolSize: 2 }),
      layers.conv2d({ filters: 64, kernelSize: 3, activation: 'relu', kernelInitializer: seeded(2) }),
      layers.maxPooling2d({ poolSize: 2 }),
      layers.flatten(),
      layers.dense({ units: 128, activation: 'relu', kernelInitializer: seeded(3) }),
      layers.dense({ units: 10, activation: 'softmax', kernelInitializer: seeded(4) }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(0.003), loss: 'sparseCategoricalCrossentropy' });
  return model;
}

function embedding(): tf.Sequential {
  const model = tf.sequential({
    layers: [
      layers.embedding({ inputDim: 20, outputDim: 8, inputLength: 6, embeddingsInitializer: seeded(5) }),
      layers.globalAveragePooling1d({}),
      layers.dense({ units: 1, activation: 'sigmoid', kernelInitializer: seeded(6) }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(0.05), loss: 'binaryCrossentropy' });
  return model;
}

/** 16 images of 12 x 12, one bright row each, which is the label. */
const images = (): tf.Tensor =>
  tf.tensor(
    Float32Array.from({ length: 16 * 144 }, (_, i) =>
      Math.floor((i % 144) / 12) === Math.floor(i / 144) % 10 ? 1 : (i % 7) / 50,
    ),
    [16, 12, 12, 1],
  );
const rows = (): tf.Tensor => tf.tensor1d(Array.from({ length: 16 }, (_, i) => i % 10));

/** 16 sequences of 6 words; a sequence with word 3 in it is positive. */
const sequences = (): tf.Tensor =>
  tf.tensor(
    Float32Array.from({ length: 96 }, (_, i) => (i % 12 === 5 ? 3 : 4 + (i % 16))),
    [16, 6],
  );
const signs = (): tf.Tensor =>
  tf.tensor(
    Array.from({ length: 16 }, (_, i) => (i % 2 === 0 ? 1 : 0)),
    [16, 1],
  );

async function losses(
  backend: string,
  make: () => tf.Sequential,
  x: () => tf.Tensor,
  y: () => tf.Tensor,
  steps: number,
): Promise<number[]> {
  await tf.setBackend(backend);
  const [model, data, labels] = [make(), x(), y()];
  const history: number[] = [];
  for (let i = 0; i < steps; i++) history.push((await model.trainOnBatch(data, labels)) as number);
  model.dispose();
  tf.dispose([data, labels]);
  return history;
}

beforeAll(async () => {
  await tf.setBackend('wasm');
});

test('without our kernels TensorFlow.js cannot train a convolution or an embedding on WASM', async () => {
  await expect(losses('wasm', cnn, images, rows, 1)).rejects.toThrow("Kernel 'Conv2DBackpropFilter' not registered");
  await expect(losses('wasm', embedding, sequences, signs, 1)).rejects.toThrow(
    "Kernel 'UnsortedSegmentSum' not registered",
  );
});

test('with them unmodified tfjs-layers trains the CNN, to the losses of the cpu backend', async () => {
  await tf.setBackend('wasm');
  expect(await installTrainingKernels()).toBe(true);
  const expected = await losses('cpu', cnn, images, rows, 2);
  const actual = await losses('wasm', cnn, images, rows, 120);
  expected.forEach((loss, i) => expect(actual[i]).toBeCloseTo(loss, 4));
  expect(actual[0]).toBeGreaterThan(2);
  expect(actual.at(-1)).toBeLessThan(0.1);
}, 60_000);

test('with them unmodified tfjs-layers trains the embedding model, to the losses of the cpu backend', async () => {
  await tf.setBackend('wasm');
  await installTrainingKernels();
  const expected = await losses('cpu', embedding, sequences, signs, 20);
  const actual = await losses('wasm', embedding, sequences, signs, 60);
  expected.forEach((loss, i) => expect(actual[i]).toBeCloseTo(loss, 4));
  expect(actual.at(-1)).toBeLessThan(0.1);
});
