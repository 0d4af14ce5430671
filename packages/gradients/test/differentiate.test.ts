import '@tensorflow/tfjs-backend-wasm';
import { expect, test } from '@jest/globals';
import { differentiate, registerGradients } from '@sixstep/gradients';
import {
  add,
  customGrad,
  grad,
  matMul,
  memory,
  mul,
  ones,
  type Scalar,
  scalar,
  setBackend,
  square,
  stack,
  sum,
  type Tensor,
  tensor1d,
  tensor2d,
  tidy,
  variable,
  variableGrads,
} from '@tensorflow/tfjs-core';

await setBackend('wasm');
registerGradients();

const values = (x: Tensor | undefined): number[] => Array.from(x!.dataSync());

test('the value and the derivatives come in the order of the variables', () => {
  const [a, b] = [variable(scalar(3)), variable(scalar(5))];
  // f = a^2 b: f = 45, df/da = 2 a b = 30, df/db = a^2 = 9
  const { value, gradients } = differentiate(() => mul(square(a), b) as Scalar, [b, a]);
  expect([values(value), values(gradients[0]), values(gradients[1])]).toEqual([[45], [9], [30]]);
});

test('what a variable does to several operations, or twice to one, is summed', () => {
  const x = variable(tensor1d([1, 2]));
  // f = sum(x x + x): df/dx = 2 x + 1
  const { gradients } = differentiate(() => sum(add(mul(x, x), x)) as Scalar, [x]);
  expect(values(gradients[0])).toEqual([3, 5]);
});

test('a derivative that is handed to two inputs counts for each by itself', () => {
  const [a, b] = [variable(scalar(2)), variable(scalar(7))];
  const both = customGrad((x, y) => ({
    value: add(x as Tensor, y as Tensor),
    gradFunc: (dy: Tensor) => [dy, dy],
  })) as (x: Tensor, y: Tensor) => Tensor;
  // f = (a + b) + a b: df/da = 1 + b = 8, df/db = 1 + a = 3
  const { gradients } = differentiate(() => add(both(a, b), mul(a, b)) as Scalar, [a, b]);
  expect([values(gradients[0]), values(gradients[1])]).toEqual([[8], [3]]);
});

test('a variable that nothing depends on has no derivative', () => {
  const [a, b] = [variable(scalar(2)), variable(scalar(7))];
  expect(differentiate(() => square(a) as Scalar, [a, b]).gradients[1]).toBeUndefined();
});

test('a derivative within the function is differentiated too', () => {
  const x = variable(scalar(3));
  // g = d(x^3)/dx = 3 x^2; dg/dx = 6 x = 18
  const { gradients } = differentiate(() => grad((y) => mul(square(y), y))(x) as Scalar, [x]);
  expect(values(gradients[0])).toEqual([18]);
});

test('it agrees with variableGrads to the bit', () => {
  const [w, v] = [variable(tensor2d([0.1, -0.7, 0.3, 0.9], [2, 2])), variable(tensor2d([0.2, 0.4], [2, 1]))];
  const x = tensor2d([0.3, 1.7, -0.2, 0.6, 1.1, -0.9], [3, 2]);
  const f = (): Scalar => sum(square(matMul(square(matMul(x, w)), v))) as Scalar;
  const { grads } = variableGrads(f, [w, v]);
  const { gradients } = differentiate(f, [w, v]);
  expect(gradients.map(values)).toEqual([values(grads[w.name]), values(grads[v.name])]);
});

test('it leaves the value and the derivatives behind, and nothing else', () => {
  const x = variable(ones([3]));
  const before = memory().numTensors;
  const { value, gradients } = differentiate(() => sum(square(stack([x, x]))) as Scalar, [x]);
  expect(memory().numTensors).toBe(before + 2);
  value.dispose();
  gradients[0]!.dispose();
});

test.each<[string, (x: Tensor) => Scalar, string]>([
  ['has another shape than a scalar', (x) => square(x) as Scalar, 'to return a scalar, received float32 of shape [2]'],
  ['does not depend on a variable', () => scalar(1), 'to depend on one of the variables'],
  [
    'throws',
    (x) => {
      square(x);
      throw new Error('out of paper');
    },
    'out of paper',
  ],
  [
    'has a derivative that throws',
    (x) =>
      sum(
        customGrad((y) => ({
          value: square(y as Tensor),
          gradFunc: () => {
            throw new Error('no way back');
          },
        }))(square(x)),
      ) as Scalar,
    'no way back',
  ],
  [
    'has a derivative of another shape',
    (x) => sum(customGrad((y) => ({ value: square(y as Tensor), gradFunc: () => scalar(1) }))(x)) as Scalar,
    'to be float32 of shape [2], received float32 of shape []',
  ],
])('a function that %s leaves nothing behind', (_, f, message) => {
  const x = variable(tensor1d([1, 2]));
  const before = memory().numTensors;
  tidy(() => {
    expect(() => differentiate(() => f(x), [x])).toThrow(message);
  });
  expect(memory().numTensors).toBe(before);
});

test('an operation that throws after it has kept tensors leaves none behind', () => {
  const x = variable(tensor1d([1, 2]));
  const before = memory().numTensors;
  const half = customGrad((y, save) => {
    (save as (tensors: Tensor[]) => void)([y as Tensor]);
    throw new Error('half done');
  });
  expect(() => differentiate(() => sum(half(x)) as Scalar, [x])).toThrow('half done');
  expect(memory().numTensors).toBe(before);
});
