import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as regularizers from '@sixstep/regularizers';
import { grad, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';

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
  readonly inputs: { readonly x: Fixture };
  readonly expected: { readonly value: Fixture; readonly grad: Fixture };
  readonly tolerances?: Record<string, Tolerance>;
}

const read = (path: string): Case[] =>
  (JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as { cases: Case[] }).cases;
const cases = [
  ...read('../../../tooling/conformance/fixtures/regularizers.json'),
  ...read('./golden/regularizers.json'),
];

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

/** OrthogonalRegularizer -> orthogonalRegularizer, L1L2 -> l1l2. */
const factoryName = (className: string): string =>
  /^[A-Z0-9]+$/.test(className) ? className.toLowerCase() : className[0]!.toLowerCase() + className.slice(1);

test.each(cases.map((each) => [each.name, each] as const))(
  '%s gives the value and the gradient of Keras',
  (_, each) => {
    const factory = regularizers[factoryName(each.target.split('.').at(-1)!) as 'l1l2'];
    const options = Object.fromEntries(Object.entries(each.config).map(([key, value]) => [camelCase(key), value]));
    const regularizer = factory(options);
    tidy(() => {
      const x = toTensor(each.inputs.x);
      expectClose(regularizer(x), each.expected.value, each.tolerances?.['value'] ?? each);
      expectClose(grad(regularizer)(x), each.expected.grad, each.tolerances?.['grad'] ?? each);
    });
  },
);
