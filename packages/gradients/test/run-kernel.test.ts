import '@tensorflow/tfjs-backend-wasm';
import { expect, test } from '@jest/globals';
import { differentiate, registerGradients, runKernel } from '@sixstep/gradients';
import {
  engine,
  grads,
  memory,
  Multiply,
  profile,
  type Scalar,
  setBackend,
  SplitV,
  sum,
  type Tensor,
  tensor1d,
  variable,
} from '@tensorflow/tfjs-core';

await setBackend('wasm');
registerGradients();

const values = (x: Tensor): number[] => Array.from(x.dataSync());
const product = (a: Tensor, b: Tensor): Tensor => runKernel(Multiply, { a, b })[0]!;

test('it gives what engine().runKernel gives', () => {
  const [a, b] = [tensor1d([1, 2]), tensor1d([3, 4])];
  expect(values(product(a, b))).toEqual(values(engine().runKernel(Multiply, { a, b }) as Tensor));
});

test('it is differentiated, by differentiate as by grads, and leaves nothing behind', () => {
  const [a, b] = [variable(tensor1d([1, 2])), variable(tensor1d([3, 4]))];
  const before = memory().numTensors;
  const found = differentiate(() => sum(product(a, product(a, b))) as Scalar, [a, b]);
  // d(a^2 b)/da = 2 a b, d/db = a^2
  expect(found.gradients.map((x) => values(x!))).toEqual([
    [6, 16],
    [1, 4],
  ]);
  const others = grads((x, y) => product(x, product(x, y)))([a, b]);
  expect(others.map(values)).toEqual([
    [6, 16],
    [1, 4],
  ]);
  for (const tensor of [found.value, ...found.gradients, ...others]) tensor!.dispose();
  expect(memory().numTensors).toBe(before);
});

test('an output that nothing depends on counts as zero', () => {
  const x = variable(tensor1d([1, 2, 3]));
  const first = (): Tensor => runKernel(SplitV, { x }, { numOrSizeSplits: [1, 2], axis: 0 })[0]!;
  expect(values(differentiate(() => sum(first()) as Scalar, [x]).gradients[0]!)).toEqual([1, 0, 0]);
});

test('a profile sees it', async () => {
  const { kernels } = await profile(() => product(tensor1d([1]), tensor1d([2])));
  expect(kernels.map(({ name }) => name)).toEqual([Multiply]);
});

test('a kernel that the backend lacks is named', () => {
  expect(() => runKernel('Nonsense', {})).toThrow("Kernel 'Nonsense' not registered for backend");
});
