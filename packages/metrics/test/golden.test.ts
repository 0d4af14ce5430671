import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { type Metric, metrics } from '@sixstep/metrics';
import { memory, type Tensor, tensor } from '@tensorflow/tfjs-core';

interface TensorJson {
  shape: number[];
  dtype: 'float32' | 'int32' | 'bool';
  data: (number | string)[];
}
interface Tolerance {
  rtol: number;
  atol: number;
}
interface Case extends Tolerance {
  name: string;
  target: string;
  config: Record<string, unknown>;
  inputs: { batches: Record<string, TensorJson>[] };
  expected: { results: TensorJson[]; reset_result?: TensorJson; first_again?: TensorJson };
  tolerances?: Record<string, Tolerance>;
}

const read = (path: string): Case[] =>
  (JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as { cases: Case[] }).cases;

const camelCase = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const factoryName = (target: string): string => {
  const name = target.split('.').at(-1)!;
  if (/^[A-Z]+$/.test(name)) return name.toLowerCase();
  return name.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/, (start) => start.toLowerCase());
};
const number = (x: number | string): number => Number(x);
const toTensor = ({ data, shape, dtype }: TensorJson): Tensor => tensor(data.map(number), shape, dtype);

function make({ target, config }: Case): Metric<number | readonly number[]> {
  const options = Object.entries(config).map(([key, value]) => [
    camelCase(key),
    typeof value === 'string' ? camelCase(value) : value,
  ]);
  const factory = metrics[factoryName(target) as 'accuracy'] as (options: object) => Metric;
  return factory(Object.fromEntries(options) as object);
}

function update(metric: Metric<number | readonly number[]>, batch: Record<string, TensorJson>): void {
  const given = Object.fromEntries(Object.entries(batch).map(([key, value]) => [key, toTensor(value)]));
  const { values, y_true: yTrue, y_pred: yPred, sample_weight: sampleWeight } = given;
  if (values !== undefined) (metric.updateState as (...of: (Tensor | undefined)[]) => void)(values, sampleWeight);
  else metric.updateState(yTrue!, yPred!, sampleWeight);
  for (const t of Object.values(given)) t.dispose();
}

/** What is wrong, if anything. */
function differences(got: number | readonly number[], want: TensorJson, { rtol, atol }: Tolerance): string[] {
  const all = [got].flat();
  if (all.length !== want.data.length || (typeof got === 'number') !== (want.shape.length === 0)) {
    return [`received ${JSON.stringify(got)}, expected shape ${JSON.stringify(want.shape)}`];
  }
  return want.data.map(number).flatMap((w, i) => {
    const fits = Object.is(all[i], w) || w === all[i] || Math.abs(all[i]! - w) <= atol + rtol * Math.abs(w);
    return fits ? [] : [`received ${all[i]}, expected ${w}`];
  });
}

function run(c: Case): string[] {
  const before = memory().numTensors;
  const metric = make(c);
  const tolerance = (field: string): Tolerance => c.tolerances?.[field] ?? c;
  const wrong = c.inputs.batches.flatMap((batch, i) => {
    update(metric, batch);
    return differences(metric.result(), c.expected.results[i]!, tolerance('results'));
  });
  metric.resetState();
  const { reset_result: empty, first_again: again } = c.expected;
  if (empty) wrong.push(...differences(metric.result(), empty, tolerance('reset_result')));
  update(metric, c.inputs.batches[0]!);
  if (again) wrong.push(...differences(metric.result(), again, tolerance('first_again')));
  if (memory().numTensors !== before) wrong.push('leaks tensors');
  return wrong;
}

const fixtures = read('../../../tooling/conformance/fixtures/metrics.json');
const further = read('./golden/further.json');

test('the cases are all here', () => {
  expect(fixtures.length).toBe(168);
  expect(further.length).toBeGreaterThan(300);
});

test.each(fixtures)('$name', (c) => {
  expect(run(c)).toEqual([]);
});

// Written by Keras 3.15.1 on TensorFlow: other ranks, weights of every shape and type, ties, NaN, infinities, odd options.
test.each(further)('$name $config', (c) => {
  expect(run(c)).toEqual([]);
});
