import { expect, test } from '@jest/globals';
import * as layers from '@sixstep/layers';
import { input, type AnyLayer } from '@sixstep/layers';
import {
  add,
  addN,
  grads,
  memory,
  mul,
  slice,
  sum,
  tidy,
  variableGrads,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { dataFor, examples, makeExample, shapesOf, takesList, titleOf, type Example } from './support/all-layers.js';

const table = examples.map((example) => [titleOf(example), example] as const);
const listOf = (y: Tensor | Tensor[]): Tensor[] => (Array.isArray(y) ? y : [y]);

const inputsOf = (example: Example, seed = 1): Tensor[] =>
  shapesOf(example).map((shape, i) => dataFor(shape, seed + i, example.integers));

const applyTo = (layer: AnyLayer, example: Example, inputs: readonly Tensor[]): Tensor[] =>
  listOf(layer.apply((takesList(example) ? inputs : inputs[0]) as never, example.call) as Tensor | Tensor[]);

/** The layer of the example, built, its weights apart from their initial 0 and 1. */
function built(example: Example): AnyLayer {
  const layer = makeExample(example);
  const shapes = shapesOf(example);
  layer.ensureBuilt((takesList(example) ? shapes : shapes[0]) as never, example.call);
  tidy(() => {
    const values = layer.namedWeights().map(({ path, variable }, i) => {
      if (variable.dtype !== 'float32') return variable.clone();
      const drawn = mul(dataFor(variable.shape, 50 + i), 0.5);
      return path.endsWith('variance') || path.endsWith('stddev') ? add(mul(drawn, drawn), 0.5) : drawn;
    });
    layer.setWeights(values);
  });
  return layer;
}

test('every layer of the package is in the table', () => {
  const helpers = new Set([
    'callContext',
    'withCallContext',
    'withWeightLimit',
    'watchCalls',
    'pathUnderWay',
    'layerName',
    'maskOf',
    'setMask',
    'isShape',
    'input',
  ]);
  const factories = Object.keys(layers).filter((name) => /^[a-z]/.test(name) && !helpers.has(name));
  expect(factories.filter((name) => !examples.some(({ factory }) => factory === name))).toEqual([]);
});

test.each(table)('%s: gradients are as central differences', (_, example) => {
  const layer = built(example);
  tidy(() => {
    const inputs = inputsOf(example);
    const floats = example.integers === undefined ? inputs : [];
    const ups = applyTo(layer, example, inputs).map((y, i) => dataFor(y.shape, 90 + i));
    const loss = (given: readonly Tensor[]): Scalar =>
      addN(applyTo(layer, example, given).map((y, i) => sum(mul(y, ups[i]!))));
    const valueOf = (given: readonly Tensor[]): number => tidy(() => loss(given).dataSync()[0]!);
    const step = 2e-3;
    const check = (slope: number, plus: number, minus: number): void => {
      const difference = (plus - minus) / (2 * step);
      expect(Math.abs(slope - difference)).toBeLessThan(2e-2 * Math.max(1, Math.abs(difference)));
    };
    const along = (gradient: Tensor, direction: Tensor): number => sum(mul(gradient, direction)).dataSync()[0]!;
    const slopes = floats.length === 0 ? [] : grads((...given: Tensor[]) => loss(given))(floats);
    slopes.forEach((gradient, i) => {
      const direction = dataFor(gradient.shape, 70 + i);
      const moved = (by: number): Tensor[] => inputs.map((x, n) => (n === i ? add(x, mul(direction, by)) : x));
      check(along(gradient, direction), valueOf(moved(step)), valueOf(moved(-step)));
    });
    const weights = layer.trainableWeights;
    if (weights.length === 0) return;
    const { grads: found } = variableGrads(() => loss(inputs), weights);
    weights.forEach((weight, i) => {
      const direction = dataFor(weight.shape, 80 + i);
      const value = weight.clone();
      const at = (by: number): number => {
        weight.assign(add(value, mul(direction, by)));
        return valueOf(inputs);
      };
      check(along(found[weight.name]!, direction), at(step), at(-step));
      weight.assign(value);
    });
  });
  layer.dispose();
});

test.each(table)('%s: a layer made of its config is the same', (_, example) => {
  const layer = built(example);
  const again = (layers[example.factory] as unknown as (options: object) => AnyLayer)(layer.config);
  expect(again.className).toBe(layer.className);
  expect(Object.keys(again.config).sort()).toEqual(Object.keys(layer.config).sort());
  tidy(() => {
    const inputs = inputsOf(example);
    const y = applyTo(layer, example, inputs);
    applyTo(again, example, inputs);
    expect(again.weights.map(({ shape }) => shape)).toEqual(layer.weights.map(({ shape }) => shape));
    again.setWeights(layer.getWeights());
    const outputs = applyTo(again, example, inputs);
    outputs.forEach((output, i) => expect([...output.dataSync()]).toEqual([...y[i]!.dataSync()]));
  });
  layer.dispose();
  again.dispose();
});

test.each(table)('%s: leaks no tensor', (_, example) => {
  const before = memory().numTensors;
  const layer = built(example);
  const inputs = inputsOf(example);
  for (const y of applyTo(layer, example, inputs)) y.dispose();
  const held = memory().numTensors;
  for (const training of [true, false, true]) {
    for (const y of applyTo(layer, { ...example, call: { ...example.call, training } }, inputs)) y.dispose();
  }
  expect(memory().numTensors).toBe(held);
  layer.dispose();
  for (const x of inputs) x.dispose();
  expect(memory().numTensors).toBe(before);
});

test.each(table)('%s: knows the shape of its output when the batch size is not known', (_, example) => {
  const layer = makeExample(example);
  const symbols = shapesOf(example).map((shape) => input({ shape: shape.slice(1) }));
  const output = layer.apply((takesList(example) ? symbols : symbols[0]) as never, example.call) as unknown as
    { shape: number[] } | { shape: number[] }[];
  const shapes = (Array.isArray(output) ? output : [output]).map(({ shape }) => shape);
  tidy(() => {
    const y = applyTo(layer, example, inputsOf(example));
    expect(shapes).toEqual(y.map(({ shape }) => [null, ...shape.slice(1)]));
  });
  layer.dispose();
});

test.each(table)('%s: a batch of 1 gives the same as its sample in a larger batch', (_, example) => {
  const layer = built(example);
  tidy(() => {
    const inputs = inputsOf(example);
    const first = (x: Tensor): Tensor => slice(x, 0, 1);
    const whole = applyTo(layer, example, inputs).map(first);
    const single = applyTo(layer, example, inputs.map(first));
    single.forEach((y, i) => {
      const expected = whole[i]!.dataSync();
      expect(y.shape).toEqual(whole[i]!.shape);
      y.dataSync().forEach((value, n) => expect(value).toBeCloseTo(expected[n]!, 5));
    });
  });
  layer.dispose();
});
