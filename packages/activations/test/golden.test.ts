import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as activations from '@sixstep/activations';
import { grad, mul, sum, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';

type Value = number | 'NaN' | 'Infinity' | '-Infinity';
interface Fixture {
  readonly shape: number[];
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
  readonly inputs: { readonly x: Fixture; readonly g: Fixture };
  readonly expected: { readonly y: Fixture; readonly dx: Fixture };
  readonly tolerances?: Record<string, Tolerance>;
}

const read = (path: string): Case[] =>
  (JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as { cases: Case[] }).cases;
const cases = [...read('../../../tooling/conformance/fixtures/activations.json'), ...read('./golden/activations.json')];

const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const toTensor = ({ shape, data }: Fixture): Tensor => tensor(data.map(Number), shape);

function expectClose(got: Tensor, { shape, data }: Fixture, { rtol, atol }: Tolerance): void {
  expect(got.shape).toEqual(shape);
  const values = got.dataSync();
  data.forEach((value, i) => {
    const expected = Number(value);
    const close = Object.is(values[i], expected) || Math.abs(values[i]! - expected) <= atol + rtol * Math.abs(expected);
    if (!close && values[i] !== expected) throw new Error(`element ${i}: expected ${expected}, received ${values[i]}`);
  });
}

test.each(cases.map((each) => [each.name, each] as const))(
  '%s gives the value and the gradient of Keras',
  (_, each) => {
    const f = activations[camelCase(each.target.split('.').at(-1)!) as 'relu'];
    const options = Object.fromEntries(Object.entries(each.config).map(([key, value]) => [camelCase(key), value]));
    tidy(() => {
      const [x, g] = [toTensor(each.inputs.x), toTensor(each.inputs.g)];
      expectClose(f(x, options), each.expected.y, each.tolerances?.['y'] ?? each);
      const dx = grad((x: Tensor) => sum(mul(f(x, options), g)))(x);
      expectClose(dx, each.expected.dx, each.tolerances?.['dx'] ?? each);
    });
  },
);
