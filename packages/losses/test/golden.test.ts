import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as losses from '@sixstep/losses';
import { grad, sum, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';

type Value = number | 'NaN' | 'Infinity' | '-Infinity';
interface Fixture {
  readonly shape: number[];
  readonly dtype: 'float32' | 'int32' | 'bool';
  readonly data: Value[];
}
interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}
interface Case extends Tolerance {
  readonly name: string;
  readonly target: string;
  readonly config: Record<string, unknown>;
  readonly inputs: { readonly y_true: Fixture; readonly y_pred: Fixture; readonly sample_weight?: Fixture };
  readonly expected: { readonly loss: Fixture; readonly grad: Fixture };
  readonly tolerances?: Record<string, Tolerance>;
}

const read = (path: string): Case[] =>
  (JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as { cases: Case[] }).cases;
const cases = [...read('../../../tooling/conformance/fixtures/losses.json'), ...read('./golden/losses.json')];

const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const toTensor = ({ shape, dtype, data }: Fixture): Tensor => tensor(data.map(Number), shape, dtype);

function expectClose(got: Tensor, { shape, data }: Fixture, { rtol, atol }: Tolerance): void {
  expect(got.shape).toEqual(shape);
  const values = got.dataSync();
  data.forEach((value, i) => {
    const expected = Number(value);
    const close = Object.is(values[i], expected) || Math.abs(values[i]! - expected) <= atol + rtol * Math.abs(expected);
    if (!close && values[i] !== expected) throw new Error(`element ${i}: expected ${expected}, received ${values[i]}`);
  });
}

/** KLDivergence -> klDivergence. */
const factoryName = (className: string): string =>
  className.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/, (start) => start.toLowerCase());

const camelValue = (value: unknown): unknown => (typeof value === 'string' ? camelCase(value) : value);

test.each(cases.map((each) => [each.name, each] as const))(
  '%s gives the value and the gradient of Keras',
  (_, each) => {
    const factory = losses[factoryName(each.target.split('.').at(-1)!) as 'meanSquaredError'];
    const options = Object.entries(each.config).map(([key, value]) => [camelCase(key), camelValue(value)]);
    const loss = factory(Object.fromEntries(options));
    tidy(() => {
      const [yTrue, yPred] = [toTensor(each.inputs.y_true), toTensor(each.inputs.y_pred)];
      const weight = each.inputs.sample_weight && toTensor(each.inputs.sample_weight);
      expectClose(loss(yTrue, yPred, weight), each.expected.loss, each.tolerances?.['loss'] ?? each);
      const gradient = grad((x: Tensor) => sum(loss(yTrue, x, weight)))(yPred);
      expectClose(gradient, each.expected.grad, each.tolerances?.['grad'] ?? each);
    });
  },
);
