import type { AnyLayer } from '@sixstep/layers';
import { addN, grads, keep, mul, sum, tidy, variableGrads, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { makeLayer, toOption, toTensor, type FixtureCase, type FixtureTensor } from './fixtures.js';

const listOf = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);
const isTensor = (value: unknown): value is Tensor =>
  typeof value === 'object' && value !== null && 'dataSync' in value;

/** What a case gives, under the fixtures' names. */
export interface Outcome {
  y: Tensor[];
  dx: Tensor[];
  dcall: Record<string, Tensor[]>;
  dweights: Tensor[];
  state_after: Tensor[];
}

/** Runs a case of the layer suite: output, gradients of sum(y g) by input, call arguments and weights, and the state after. */
export function runCase({ target, config, inputs }: FixtureCase): Outcome & { layer: AnyLayer } {
  const layer = makeLayer(target, config);
  const x = listOf(inputs.x).map(toTensor);
  const isList = Array.isArray(inputs.x);
  const call = toOption(inputs.call ?? {}) as Record<string, unknown>;
  const ups = listOf(inputs.g).map(toTensor);
  layer.ensureBuilt((isList ? x.map((t) => t.shape) : x[0]!.shape) as never, call);
  if (inputs.weights !== undefined)
    layer.setWeights(inputs.weights.map((w) => toTensor((w.value ?? w) as unknown as FixtureTensor)));
  const loss = (y: Tensor | Tensor[]): Scalar => addN(listOf(y).map((one, i) => sum(mul(one, ups[i]!)))) as Scalar;

  const callTensors: [string, number, Tensor][] = Object.entries(call).flatMap(([name, value]) =>
    listOf(value).flatMap((one, i): [string, number, Tensor][] =>
      isTensor(one) && one.dtype === 'float32' ? [[name, i, one]] : [],
    ),
  );
  const rebuild = (given: Tensor[]): Record<string, unknown> => {
    const result: Record<string, unknown> = { ...call };
    callTensors.forEach(([name, i], n) => {
      if (!Array.isArray(result[name])) result[name] = given[n];
      else result[name] = (result[name] as Tensor[]).map((t, k) => (k === i ? given[n]! : t));
    });
    return result;
  };
  let result: Outcome | undefined;
  tidy(() => {
    const before = layer.getWeights();
    const apply = (given: Tensor[], options: Record<string, unknown>): Tensor | Tensor[] =>
      layer.apply((isList ? given : given[0]) as never, options) as Tensor | Tensor[];
    const y = listOf(apply(x, call)).map((t) => t.clone());
    const stateAfter = layer.nonTrainableWeights.map((w) => w.clone());
    layer.setWeights(before);
    const floats = x.filter((t) => t.dtype === 'float32');
    const variables = [...floats, ...callTensors.map(([, , t]) => t)];
    let found: Tensor[] = [];
    if (variables.length > 0) {
      found = grads((...given) => {
        let n = 0;
        const xs = x.map((t) => (t.dtype === 'float32' ? given[n++]! : t));
        return loss(apply(xs, rebuild(given.slice(floats.length))));
      })(variables);
    }
    layer.setWeights(before);
    const trainable = layer.trainableWeights;
    const dweights = trainable.length === 0 ? [] : Object.values(orderedGrads(() => loss(apply(x, call)), trainable));
    layer.setWeights(before);
    const dcall: Record<string, Tensor[]> = {};
    callTensors.forEach(([name], i) => (dcall[name] ??= []).push(found[floats.length + i]!));
    result = { y, dx: found.slice(0, floats.length), dcall, dweights, state_after: stateAfter };
    // The caller reads them: they outlive the tidy.
    for (const t of [...y, ...result.dx, ...Object.values(dcall).flat(), ...dweights, ...stateAfter]) keep(t);
  });
  return { ...result!, layer };
}

function orderedGrads(f: () => Scalar, variables: ReturnType<() => AnyLayer['weights']>): Tensor[] {
  const { grads: found } = variableGrads(f, variables);
  return variables.map(({ name }) => found[name]!);
}
