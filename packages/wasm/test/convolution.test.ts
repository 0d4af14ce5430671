import '@tensorflow/tfjs-backend-cpu';
import { useWasm } from '@sixstep/wasm';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { on, worstError } from './backends.js';
import {
  type Attributes,
  type Case,
  conv,
  depthwise,
  exactly,
  randomCase,
  randomWide,
  withGradients,
} from './convolutions.js';
import { random, type Values } from './random.js';

jest.spyOn(console, 'warn').mockImplementation(() => undefined);
beforeAll(() => useWasm());

async function expectEqual(
  f: (...x: tf.Tensor[]) => tf.Tensor | tf.Tensor[],
  values: Values[],
  tolerance: number,
): Promise<void> {
  const expected = await on('cpu', f, values);
  expect(worstError(await on('wasm', f, values), expected)).toBeLessThanOrEqual(tolerance);
}

describe('random convolutions equal those of the cpu backend, and so do their gradients', () => {
  test('convolution', async () => {
    const source = random(1);
    for (let i = 0; i < 300; i++) {
      const item = randomCase(source);
      await expectEqual(withGradients(conv(item)), [item.dy, item.x, item.filter], 5e-6);
    }
  });

  test('depthwise convolution', async () => {
    const source = random(2);
    for (let i = 0; i < 200; i++) {
      const item = randomCase(source, true);
      await expectEqual(withGradients(depthwise(item)), [item.dy, item.x, item.filter], 5e-6);
    }
  });

  test('transposed convolution', async () => {
    const source = random(3);
    for (let i = 0; i < 100; i++) {
      const { x, filter, strides, pad } = randomCase(source);
      if (typeof pad !== 'string') continue;
      const info = tf.backend_util.computeConv2DInfo(
        x.shape as [number, number, number, number],
        filter.shape as [number, number, number, number],
        strides,
        1,
        pad,
      );
      const f = (y: tf.Tensor, k: tf.Tensor): tf.Tensor =>
        tf.conv2dTranspose(
          y as tf.Tensor4D,
          k as tf.Tensor4D,
          x.shape as [number, number, number, number],
          strides,
          pad,
        );
      await expectEqual(withGradients(f), [x, source.values(info.outShape), filter], 5e-6);
    }
  });

  test('convolution with its bias and activation fused, as tf.fused.conv2d does it', async () => {
    const source = random(4);
    for (let i = 0; i < 60; i++) {
      const { x, filter, strides, pad, dilations } = randomCase(source);
      const activation = source.pick(['linear', 'relu', 'relu6', 'sigmoid', 'elu'] as const);
      const bias = source.values([filter.shape[3] as number]);
      const f = (a: tf.Tensor, k: tf.Tensor, b: tf.Tensor): tf.Tensor =>
        tf.fused.conv2d({
          x: a as tf.Tensor4D,
          filter: k as tf.Tensor4D,
          bias: b as tf.Tensor1D,
          strides,
          pad,
          dilations,
          activation,
        });
      await expectEqual(f, [x, filter, bias], 5e-6);
    }
  });

  test('SixstepConv2D equals its composition, forward and backward, also with strides and dilation at once', async () => {
    const source = random(5);
    for (let i = 0; i < 200; i++) {
      const { x, filter, strides, pad, dilations } = randomCase(source);
      const activation = source.pick(['linear', 'relu'] as const);
      const bias = source.values([filter.shape[3] as number]);
      const fused = (a: tf.Tensor, k: tf.Tensor, b: tf.Tensor): tf.Tensor =>
        tf
          .engine()
          .runKernel(
            'SixstepConv2D',
            { x: a, filter: k, bias: b },
            { strides, pad: pad as string, dilations, activation },
          );
      const composed = (a: tf.Tensor, k: tf.Tensor, b: tf.Tensor): tf.Tensor => {
        const y = tf.add(conv({ strides, pad, dilations })(a, k), b);
        return activation === 'relu' ? tf.relu(y) : y;
      };
      const [y] = await on('cpu', composed, [x, filter, bias]);
      const values = [source.values((y as Values).shape), x, filter, bias];
      const expected = await on('cpu', withGradients(composed), values);
      expect(worstError(await on('wasm', withGradients(fused), values), expected)).toBeLessThanOrEqual(5e-6);
    }
  });
});

test('SixstepConv2D does without a bias', async () => {
  const source = random(14);
  const values = [source.values([2, 4, 4, 9]), source.values([2, 6, 6, 3]), source.values([3, 3, 3, 9])];
  for (const activation of ['linear', 'relu']) {
    const fused = (x: tf.Tensor, filter: tf.Tensor): tf.Tensor =>
      tf.engine().runKernel('SixstepConv2D', { x, filter }, { strides: 1, pad: 'valid', activation });
    const composed = (x: tf.Tensor, filter: tf.Tensor): tf.Tensor => {
      const y = tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, 'valid');
      return activation === 'relu' ? tf.relu(y) : y;
    };
    const expected = await on('cpu', withGradients(composed), values);
    expect(worstError(await on('wasm', withGradients(fused), values), expected)).toBeLessThanOrEqual(5e-6);
  }
});

describe("windows of 3 x 3 over many channels (Winograd's algorithm)", () => {
  const single: Pick<Attributes, 'strides' | 'dilations'> = { strides: [1, 1], dilations: [1, 1] };

  async function errorOf(item: Pick<Case, 'x' | 'filter' | 'dy' | 'pad'>): Promise<number> {
    const f = withGradients(conv({ ...single, pad: item.pad }));
    return worstError(await on('wasm', f, [item.dy, item.x, item.filter]), exactly(item));
  }

  test('one of them equals that of the cpu backend, and so do its gradients', async () => {
    const item = randomWide(random(15));
    await expectEqual(withGradients(conv(item)), [item.dy, item.x, item.filter], 5e-6);
    expect(await errorOf(item)).toBeLessThanOrEqual(5e-6);
  });

  test('random ones are exact to 5e-6, and so are their gradients', async () => {
    const source = random(16);
    for (let i = 0; i < 60; i++) expect(await errorOf(randomWide(source))).toBeLessThanOrEqual(5e-6);
  });

  test('the largest channels, large batches and large images, which are cut into parts, are as exact', async () => {
    const source = random(17);
    for (const [batch, height, width, inputs, outputs] of [
      [2, 6, 6, 256, 16],
      [2, 6, 6, 16, 256],
      [40, 12, 12, 16, 16],
      [1, 45, 37, 64, 32],
    ] as const) {
      const item = {
        dy: source.values([batch, height, width, outputs]),
        x: source.values([batch, height, width, inputs]),
        filter: source.values([3, 3, inputs, outputs]),
        pad: 'same' as const,
      };
      expect(await errorOf(item)).toBeLessThanOrEqual(5e-6);
    }
  });

  test('SixstepConv2D adds the bias and activates', async () => {
    const source = random(18);
    for (const activation of ['linear', 'relu'] as const) {
      const item = randomWide(source);
      const bias = source.values([item.filter.shape[3] as number]);
      const fused = (x: tf.Tensor, filter: tf.Tensor, b: tf.Tensor): tf.Tensor =>
        tf
          .engine()
          .runKernel('SixstepConv2D', { x, filter, bias: b }, { strides: 1, pad: item.pad as string, activation });
      const [exact] = exactly(item) as [Values];
      const expected = exact.data.map((value, i) => {
        const z = value + (bias.data[i % bias.data.length] as number);
        return activation === 'relu' ? Math.max(0, z) : z;
      });
      const actual = await on('wasm', fused, [item.x, item.filter, bias]);
      expect(worstError(actual, [{ ...exact, data: expected }])).toBeLessThanOrEqual(5e-6);
    }
  });

  test('NaN, infinities and numbers whose sums overflow reach no further than they do', async () => {
    const source = random(19);
    for (const odd of [NaN, Infinity, -Infinity, 3e38]) {
      for (const place of ['x', 'filter', 'dy'] as const) {
        const item = {
          dy: source.values([2, 9, 8, 24]),
          x: source.values([2, 11, 10, 16]),
          filter: source.values([3, 3, 16, 24]),
          pad: 'valid' as const,
        };
        item[place].data[777] = odd;
        expect(await errorOf(item)).toBeLessThanOrEqual(5e-6);
      }
    }
  });
});

test('images with the channels first are served, too, where the cpu backend serves them', async () => {
  const source = random(6);
  const [x, filter] = [source.values([2, 3, 7, 6]), source.values([3, 2, 3, 4])];
  const f = (a: tf.Tensor, k: tf.Tensor): tf.Tensor =>
    tf.conv2d(a as tf.Tensor4D, k as tf.Tensor4D, [2, 1], 'same', 'NCHW');
  const [y] = await on('cpu', f, [x, filter]);
  await expectEqual(withGradients(f), [source.values((y as Values).shape), x, filter], 5e-6);
});

test('rounding the output up or down reads what it reads on the cpu backend', async () => {
  const source = random(7);
  for (const rounding of ['floor', 'round', 'ceil'] as const) {
    const f = (a: tf.Tensor, k: tf.Tensor): tf.Tensor =>
      tf.conv2d(a as tf.Tensor4D, k as tf.Tensor4D, 2, 1, 'NHWC', 1, rounding);
    await expectEqual(f, [source.values([1, 6, 8, 3]), source.values([3, 3, 3, 9])], 5e-6);
  }
});

test('long sums stay exact: many channels, many pixels', async () => {
  const source = random(8);
  const x = source.values([4, 20, 20, 1]);
  const wide = source.values([2, 3, 3, 300]);
  await expectEqual(
    withGradients(conv({ strides: [1, 1], pad: 'same', dilations: [1, 1] })),
    [source.values([4, 20, 20, 8]), x, source.values([3, 3, 1, 8])],
    5e-6,
  );
  await expectEqual(
    withGradients(conv({ strides: [1, 1], pad: 'valid', dilations: [1, 1] })),
    [source.values([2, 1, 1, 16]), wide, source.values([3, 3, 300, 16])],
    5e-6,
  );
});

test('batches that are cut into parts give what whole ones give', async () => {
  // 100 padded images of 14 x 14 x 8 floats: 627 KB, three parts; 100 windows of 12 x 12 x 9 floats written out: two.
  const source = random(9);
  const same = withGradients(conv({ strides: [1, 1], pad: 'same', dilations: [1, 1] }));
  await expectEqual(
    same,
    [source.values([100, 12, 12, 1]), source.values([100, 12, 12, 8]), source.values([3, 3, 8, 1])],
    5e-6,
  );
  await expectEqual(
    same,
    [source.values([100, 12, 12, 1]), source.values([100, 12, 12, 1]), source.values([3, 3, 1, 1])],
    5e-6,
  );
});

test('NaN and Infinity in images, filters and gradients pass through as on the cpu backend', async () => {
  const source = random(10);
  for (const odd of [NaN, Infinity, -Infinity]) {
    for (const place of [0, 1, 2]) {
      const values = [source.values([2, 5, 4, 9]), source.values([2, 6, 6, 3]), source.values([2, 3, 3, 9])];
      (values[place] as Values).data[7] = odd;
      await expectEqual(withGradients(conv({ strides: [1, 1], pad: 'valid', dilations: [1, 1] })), values, 5e-6);
    }
  }
});

test('empty batches have empty outputs, empty input gradients and filter gradients of 0', async () => {
  const source = random(11);
  const values = [source.values([0, 4, 4, 2]), source.values([0, 6, 6, 3]), source.values([3, 3, 3, 2])];
  const [y, dx, dFilter] = await on(
    'wasm',
    withGradients(conv({ strides: [1, 1], pad: 'valid', dilations: [1, 1] })),
    values,
  );
  expect(y).toEqual({ shape: [0, 4, 4, 2], data: new Float32Array(0) });
  expect(dx).toEqual({ shape: [0, 6, 6, 3], data: new Float32Array(0) });
  expect(dFilter).toEqual({ shape: [3, 3, 3, 2], data: new Float32Array(54) });
});

test('a hand-made convolution', async () => {
  // [1 2; 3 4] under the filter [10 1], valid: 10 * 1 + 2 = 12, 10 * 3 + 4 = 34. With dy = [1 2]:
  // dx = [10 1; 20 2], dFilter = [1 * 1 + 2 * 3, 1 * 2 + 2 * 4] = [7 10].
  const values = [
    { shape: [1, 2, 1, 1], data: Float32Array.of(1, 2) },
    { shape: [1, 2, 2, 1], data: Float32Array.of(1, 2, 3, 4) },
    { shape: [1, 2, 1, 1], data: Float32Array.of(10, 1) },
  ];
  const [y, dx, dFilter] = await on(
    'wasm',
    withGradients(conv({ strides: [1, 1], pad: 'valid', dilations: [1, 1] })),
    values,
  );
  expect(y?.data).toEqual(Float32Array.of(12, 34));
  expect(dx?.data).toEqual(Float32Array.of(10, 1, 20, 2));
  expect(dFilter?.data).toEqual(Float32Array.of(7, 10));
});

test('no tensor and no memory leaks, not in a thousand steps nor after the heap has grown', async () => {
  await tf.setBackend('wasm');
  const source = random(12);
  const item = {
    ...randomCase(source),
    strides: [1, 1] as [number, number],
    dilations: [1, 1] as [number, number],
    pad: 'same' as const,
  };
  const values = [item.x, item.filter];
  const step = (): number =>
    tf.tidy(() => {
      const [x, filter] = values.map(({ data, shape }) => tf.tensor(data, shape)) as [tf.Tensor, tf.Tensor];
      const [dx] = tf.grads((a, k) => tf.sum(tf.square(conv(item)(a as tf.Tensor, k as tf.Tensor))))([x, filter]);
      return (dx as tf.Tensor).dataSync()[3] as number;
    });
  const first = step();
  const { numTensors, numDataBuffers } = tf.memory();
  for (let i = 0; i < 1000; i++) expect(step()).toBe(first);
  expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers });
  const big = tf.zeros([64, 1024, 1024]); // 256 MB: the memory grows, views of it die
  expect(step()).toBe(first);
  big.dispose();
  expect(step()).toBe(first);
});

test('windows larger than the images are refused', async () => {
  await tf.setBackend('wasm');
  const f = (): tf.Tensor => tf.conv2d(tf.zeros<tf.Rank.R4>([1, 1, 4, 2]), tf.zeros([3, 2, 2, 5]), 1, 'valid');
  expect(f).toThrow(
    "convolution: expected windows of [3, 2] to fit into images of [1, 4], received larger ones. Use padding 'same', or " +
      'smaller windows.',
  );
});

test('windows larger than the images by one give an empty output, and gradients of 0', async () => {
  const source = random(13);
  const values = [source.values([1, 0, 1, 3]), source.values([1, 2, 3, 2]), source.values([3, 3, 2, 3])];
  await expectEqual(withGradients(conv({ strides: [1, 1], pad: 'valid', dilations: [1, 1] })), values, 0);
});
