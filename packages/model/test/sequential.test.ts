import { describe, expect, test } from '@jest/globals';
import { dense, flatten, input, Layer } from '@sixstep/layers';
import { sequential } from '@sixstep/model';
import { memory, ones, type Tensor } from '@tensorflow/tfjs-core';

describe('sequential', () => {
  test('is built at once for a first layer with inputShape, or an input', () => {
    const byOption = sequential([dense({ units: 2, inputShape: [3] })]);
    const byInput = sequential([input({ shape: [3] }), dense({ units: 2 })]);
    expect(byOption.countParams()).toBe(8);
    expect(byInput.countParams()).toBe(8);
    expect(byInput.layers).toHaveLength(1);
  });

  test('numbers layers of one class', () => {
    const model = sequential([flatten(), dense({ units: 2 }), dense({ units: 3, name: 'head' }), dense({ units: 2 })]);
    expect(model.layers.map((layer) => layer.name)).toEqual(['flatten', 'dense', 'head', 'dense_1']);
  });

  test('predicts for data of any length, keeping their order', async () => {
    const model = sequential([flatten()]);
    const y = await model.predict(
      { data: Float32Array.from({ length: 14 }, (_, i) => i), shape: [7, 2] },
      { batchSize: 3 },
    );
    expect(y.shape).toEqual([7, 2]);
    expect(Array.from(y.dataSync())).toEqual(Array.from({ length: 14 }, (_, i) => i));
  });

  test('predicts bytes by their scale', async () => {
    const y = await sequential([flatten()]).predict({ data: Uint8Array.of(0, 51, 255), shape: [3, 1], scale: 1 / 255 });
    expect(Array.from(y.dataSync())).toEqual([0, Math.fround(0.2), 1]);
  });

  test('leaves only the prediction behind', async () => {
    const model = sequential([dense({ units: 2, activation: 'relu', inputShape: [3] })]);
    const x = ones([5, 3]);
    const before = memory().numTensors;
    const y = await model.predict(x, { batchSize: 2 });
    expect(memory().numTensors).toBe(before + 1);
    y.dispose();
  });

  test('refuses data of another rank than it was built for', async () => {
    const model = sequential([flatten({ inputShape: [28, 28] }), dense({ units: 10 })]);
    await expect(model.predict(ones([28, 28]))).rejects.toThrow(
      'sequential: expected an input of shape [batch, 28, 28], received [28, 28].',
    );
  });

  test('refuses what is not a layer, and a layer twice', () => {
    const layer = dense({ units: 1 });
    // @ts-expect-error a name is not a layer
    expect(() => sequential(['dense'])).toThrow("sequential: expected a layer at position 0, received 'dense'.");
    // @ts-expect-error a factory is not a layer
    expect(() => sequential([flatten])).toThrow(
      'sequential: expected a layer at position 0, received a function. Call it: flatten().',
    );
    class Own extends Layer {
      override call = (x: Tensor): Tensor => x;
    }
    // @ts-expect-error a class is not a layer
    expect(() => sequential([Own])).toThrow(
      'sequential: expected a layer at position 0, received a function. Make one: new Own().',
    );
    // @ts-expect-error layers stand in a list
    expect(() => sequential(layer)).toThrow('Put them in one, e.g. sequential([flatten(), dense({ units: 10 })]).');
    expect(() => sequential([layer, layer])).toThrow(
      'sequential: expected each layer once, received dense twice. Use functional to share a layer.',
    );
  });
});
