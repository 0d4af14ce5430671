import { expect, test } from '@jest/globals';
import { batchNormalization, conv1d, conv2d, dense, gru, lstm, type AnyLayer } from '@sixstep/layers';
import '@tensorflow/tfjs-backend-cpu';
import {
  addN,
  getBackend,
  grad,
  mul,
  profile,
  scalar,
  setBackend,
  sum,
  tensor2d,
  tidy,
  variableGrads,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { dataFor } from './support/all-layers.js';

type Case = readonly [
  title: string,
  kernel: string,
  make: () => AnyLayer,
  shape: number[],
  call?: Readonly<Record<string, unknown>>,
];

const cases: readonly Case[] = [
  ['dense, linear', 'SixstepDense', () => dense({ units: 5 }), [7, 4]],
  ['dense, relu, three dimensions', 'SixstepDense', () => dense({ units: 5, activation: 'relu' }), [2, 3, 4]],
  ['dense, tanh, no bias', 'SixstepDense', () => dense({ units: 5, activation: 'tanh', useBias: false }), [7, 4]],
  ['dense, softmax', 'SixstepDense', () => dense({ units: 5, activation: 'softmax' }), [7, 4]],
  [
    'conv2d, relu',
    'SixstepConv2D',
    () => conv2d({ filters: 3, kernelSize: 3, padding: 'same', activation: 'relu' }),
    [2, 6, 5, 4],
  ],
  [
    'conv2d, elu, strides, channels first',
    'SixstepConv2D',
    () => conv2d({ filters: 3, kernelSize: [3, 2], strides: 2, activation: 'elu', dataFormat: 'channelsFirst' }),
    [2, 4, 6, 5],
  ],
  [
    'conv1d, causal, dilated',
    'SixstepConv2D',
    () => conv1d({ filters: 3, kernelSize: 3, padding: 'causal', dilationRate: 2 }),
    [2, 7, 4],
  ],
  ['batchNormalization', 'SixstepBatchNorm', () => batchNormalization(), [2, 3, 3, 4], { training: true }],
  [
    'batchNormalization, neither scaled nor centered',
    'SixstepBatchNorm',
    () => batchNormalization({ scale: false, center: false }),
    [6, 4],
    { training: true },
  ],
  ['lstm', 'SixstepLstm', () => lstm({ units: 3 }), [2, 5, 4]],
  [
    'lstm, sequences and states, backwards, no bias',
    'SixstepLstm',
    () => lstm({ units: 3, returnSequences: true, returnState: true, goBackwards: true, useBias: false }),
    [2, 5, 4],
  ],
  ['lstm, dropout', 'SixstepLstm', () => lstm({ units: 3, dropout: 0.5, seed: 1 }), [2, 5, 4], { training: true }],
  ['gru', 'SixstepGru', () => gru({ units: 3, returnSequences: true, returnState: true }), [2, 5, 4]],
  ['gru, no bias', 'SixstepGru', () => gru({ units: 3, useBias: false }), [2, 5, 4]],
];

const padded = {
  mask: [
    [1, 1, 1, 0, 0],
    [1, 1, 1, 1, 1],
  ],
};
const withMask: readonly Case[] = [
  ['lstm, padded', 'SixstepLstm', () => lstm({ units: 3 }), [2, 5, 4], padded],
  ['gru, padded, sequences', 'SixstepGru', () => gru({ units: 3, returnSequences: true }), [2, 5, 4], padded],
  [
    'gru, padded, sequences, zeros',
    'SixstepGru',
    () => gru({ units: 3, returnSequences: true, zeroOutputForMask: true }),
    [2, 5, 4],
    padded,
  ],
];

/** Which kernels run while `f` does. */
async function kernelsOf(f: () => void): Promise<Set<string>> {
  const seen = new Set<string>();
  const { kernels } = await profile(() => {
    f();
    return scalar(0);
  });
  for (const { name } of kernels) seen.add(name);
  return seen;
}

/** Output, gradients and state on one backend, and which kernels ran. */
async function run(
  backend: string,
  [, , make, shape, call = {}]: Case,
): Promise<{ values: number[][]; kernels: Set<string> }> {
  const before = getBackend();
  await setBackend(backend);
  const layer = make();
  let values: number[][] = [];
  const kernels = await kernelsOf(() => {
    tidy(() => {
      layer.ensureBuilt(shape);
      const initial = layer
        .namedWeights()
        .map(({ variable, trainable }, i) => (trainable ? dataFor(variable.shape, i) : variable.clone()));
      const generators = Object.values(layer.generators());
      const states = generators.map(({ state }) => state);
      const restart = (): void => {
        layer.setWeights(initial);
        generators.forEach((generator, i) => (generator.state = states[i]!));
      };
      const { mask, ...options } = call;
      const given = {
        ...options,
        ...(mask !== undefined && { mask: tensor2d(mask as number[][], undefined, 'bool') }),
      };
      const apply = (x: Tensor): Tensor[] => [layer.apply(x, given) as Tensor | Tensor[]].flat();
      const loss = (x: Tensor): Scalar => addN(apply(x).map((y, i) => sum(mul(y, dataFor(y.shape, 20 + i)))));
      const x = dataFor(shape, 9);
      restart();
      const y = apply(x);
      const state = layer.nonTrainableWeights.map((weight) => weight.clone());
      restart();
      const dx = grad(loss)(x);
      restart();
      const weights = layer.trainableWeights;
      const found = weights.length === 0 ? {} : variableGrads(() => loss(x), weights).grads;
      values = [...y, ...state, dx, ...weights.map(({ name }) => found[name]!)].map((one) => [...one.dataSync()]);
    });
  });
  layer.dispose();
  await setBackend(before);
  return { values, kernels };
}

test.each([...cases, ...withMask])('%s: the kernel is as the composition', async (...one) => {
  const fused = await run('wasm', one);
  const composed = await run('cpu', one);
  expect(fused.kernels).toContain(one[1]);
  expect(composed.kernels).not.toContain(one[1]);
  expect(fused.values.map(({ length }) => length)).toEqual(composed.values.map(({ length }) => length));
  fused.values.forEach((values, i) => {
    const expected = composed.values[i]!;
    const scale = Math.max(1, ...expected.map(Math.abs));
    values.forEach((value, n) => expect(Math.abs(value - expected[n]!)).toBeLessThan(2e-5 * scale));
  });
});
