import { expect, test } from '@jest/globals';
import { glorotUniform } from '@sixstep/initializers';
import { dense } from '@sixstep/layers';
import { sequential, type Sequential } from '@sixstep/model';
import { OutOfMemoryError } from '@sixstep/wasm';
import { backend, memory, type DataId, type KernelBackend } from '@tensorflow/tfjs-core';

type Wasm = KernelBackend & { makeOutput(shape: number[], dtype: 'float32'): { dataId: DataId } };

/** Takes all memory but pieces below 64 KB; returns a function that frees it. */
function takeAll(): () => void {
  const taken: DataId[] = [];
  for (let bytes = 2 ** 28; bytes >= 2 ** 16; bytes /= 2) {
    for (;;) {
      try {
        taken.push((backend() as Wasm).makeOutput([bytes / 4], 'float32').dataId);
      } catch (error) {
        expect(error).toBeInstanceOf(OutOfMemoryError);
        break;
      }
    }
  }
  return () => taken.forEach((id) => backend().disposeData(id));
}

test('a training that finds no memory says so, leaves nothing behind, and goes on when there is some', async () => {
  const x = { data: Float32Array.from({ length: 512 * 64 }, (_, i) => Math.sin(i)), shape: [512, 64] };
  const y = { data: Float32Array.from({ length: 512 }, (_, i) => Math.cos(i)), shape: [512, 1] };
  const make = (): Sequential => {
    const model = sequential([
      dense({ units: 256, activation: 'relu', kernelInitializer: glorotUniform({ seed: 1 }) }),
      dense({ units: 1, kernelInitializer: glorotUniform({ seed: 2 }) }),
    ]);
    model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    return model;
  };
  const values = (model: Sequential): number[][] => model.weights.map((weight) => Array.from(weight.dataSync()));
  const tensors = (): number[] => [memory().numTensors, (backend() as KernelBackend).numDataIds()];
  const before = tensors();
  const [undisturbed, model] = [make(), make()];
  for (const each of [undisturbed, model]) await each.fit(x, y, { batchSize: 256, seed: 1 });
  const [trained, built] = [values(model), tensors()];

  const free = takeAll();
  try {
    await expect(model.fit(x, y, { batchSize: 256, seed: 2 })).rejects.toThrow(OutOfMemoryError);
  } finally {
    free();
  }
  expect(tensors()).toEqual(built);
  expect(values(model)).toEqual(trained);

  for (const each of [undisturbed, model]) await each.fit(x, y, { batchSize: 256, seed: 2 });
  expect(values(model)).toEqual(values(undisturbed));
  for (const each of [undisturbed, model]) each.dispose();
  expect(tensors()).toEqual(before);
});
