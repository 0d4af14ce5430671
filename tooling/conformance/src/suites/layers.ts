import * as layers from '@sixstep/layers';
import { addN, cast, keep, mul, sum, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { caseDifference } from '../compare.js';
import { findExport } from '../find-export.js';
import type { Json, TensorData } from '../fixture.js';
import { optionsFromKeras, valueFromKeras } from '../from-keras.js';
import { gradientsOf } from '../gradients.js';
import { camelCase } from '@sixstep/formats';
import { lastWord, type Suite } from '../suite.js';
import { toTensor, toTensors } from '../tensor-data.js';

type Tensors = Tensor | Tensor[];
type NamedValue = { readonly path: string; readonly value: TensorData };

const listOf = (value: Tensors): readonly Tensor[] => (Array.isArray(value) ? value : [value]);
const isFloat = (value: unknown): value is Tensor => (value as Tensor).dtype === 'float32';

/** y for given weights, all derivatives of sum(y g), and the state after the call. */
export const layersSuite: Suite = async (test) => {
  const layer = findExport(layers, lastWord(test.target))(optionsFromKeras(test.config)) as layers.AnyLayer;
  try {
    const x = toTensors(test.inputs['x']) as Tensors;
    const call = callOptions((test.inputs['call'] ?? {}) as Json);
    tidy(() => void layer.apply(x, { ...call, training: false }));
    const given = (test.inputs['weights'] ?? []) as readonly NamedValue[];
    layer.setWeights(given.map(({ value }) => toTensor(value)));

    const g = listOf(toTensors(test.inputs['g']) as Tensors);
    const callTensors = Object.values(call)
      .flat()
      .filter((value): value is Tensor => typeof value === 'object' && value !== null && isFloat(value));
    const xs = listOf(x).filter(isFloat);
    const trainable = layer.namedWeights().filter((weight) => weight.trainable);
    let y: Tensors = [];
    const gradients = gradientsOf(() => {
      const outputs = layer.apply(x, call) as Tensors;
      y = Array.isArray(outputs) ? outputs.map((output) => keep(output.clone())) : keep(outputs.clone());
      return addN(listOf(outputs).map((output, i) => sum(mul(cast(output, 'float32'), g[i]!))));
    }, [...xs, ...callTensors, ...trainable.map(({ variable }) => variable)]);
    const dx = gradients.slice(0, xs.length);
    const dcall = gradients.slice(xs.length, xs.length + callTensors.length);
    const dweights = gradients.slice(xs.length + callTensors.length);

    const { dcall: _, ...expected } = test.expected;
    const found = caseDifference(
      { ...test, expected: { ...expected, ...callExpectation(test.expected) } },
      {
        y,
        dx: Array.isArray(x) ? dx : dx[0],
        dcall,
        dweights: byPath(dweights, test.expected['dweights']),
        state_after: byPath(layer.nonTrainableWeights, test.expected['state_after']),
      },
    );
    for (const output of listOf(y)) output.dispose();
    return found;
  } finally {
    layer.dispose();
  }
};

const callOptions = (call: Json): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(call).flatMap(([key, value]) => (value === null ? [] : [[camelCase(key), valueFromKeras(value)]])),
  );

/** The derivatives by arguments of the call, in order, as one list. */
function callExpectation({ dcall }: Json): Json {
  return dcall === undefined ? {} : { dcall: Object.values(dcall as Json).flat() };
}

/** Values in the form of the fixture: with the paths that are expected there, since Keras' order is what counts. */
function byPath(values: readonly Tensor[], expected: unknown): unknown {
  const paths = (expected ?? []) as readonly NamedValue[];
  return values.map((value, i) => ({ path: paths[i]?.path, value }));
}
