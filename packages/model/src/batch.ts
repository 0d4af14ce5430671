import type { Tensors } from '@sixstep/layers';
import { formatShape } from '@sixstep/parts';
import { tensor1d, mul, type Tensor } from '@tensorflow/tfjs-core';
import type { Data, DataFor } from './data.js';
import { source, type Source } from './source.js';
import { toList } from './structure.js';

/** What a step of training or evaluation gets. */
export interface Batch<In extends Tensors = Tensor, Out extends Tensors = Tensor> {
  readonly x: In;
  /** Undefined where `fit` was given no labels. */
  readonly y: Out | undefined;
  /** One weight a sample (or, for sequences, a step), per output; class weights are multiplied in. */
  readonly sampleWeight: readonly (Tensor | undefined)[];
}

/** What the samples of a class count for, by the class' number. */
export type ClassWeight = Readonly<Record<number, number>>;

/** Weights of samples: one item for all outputs, or a list or record with each one's. */
export type SampleWeight = Data | readonly Data[] | Readonly<Record<string, Data>>;

/** Samples with their labels and weights, from which batches are cut. */
export interface Samples {
  readonly length: number;
  readonly x: readonly Source[];
  /** Whether x, and y, were given as one item rather than several. */
  readonly single: { readonly x: boolean; readonly y: boolean };
  readonly y: readonly Source[];
  readonly sampleWeight: readonly Source[];
}

/** What the batches of a model are made for. */
export interface Names {
  readonly inputNames: readonly string[] | undefined;
  readonly outputNames: readonly string[] | undefined;
}

const isSingle = (data: unknown): boolean => typeof data === 'object' && data !== null && 'shape' in data;

/**
 * Checks data for a model and gets them ready to be cut.
 *
 * @throws Error that names the place, if there is no sample, or x, y and sampleWeight differ in length
 */
export function samples<In extends Tensors, Out extends Tensors>(
  place: string,
  model: Names,
  x: DataFor<In>,
  y: DataFor<Out> | undefined,
  sampleWeight: SampleWeight | undefined,
): Samples {
  const of = (data: unknown, names: readonly string[] | undefined, what: string, asFloat: boolean): readonly Source[] =>
    toList(data as Data, names, `${place}: ${what}`).map((item) => source(item, `${place}: ${what}`, asFloat));
  const xs = of(x, model.inputNames, 'x', true);
  const ys = y === undefined ? [] : of(y, model.outputNames, 'y', false);
  const weights =
    sampleWeight === undefined
      ? []
      : of(sampleWeight, isSingle(sampleWeight) ? undefined : model.outputNames, 'sampleWeight', true);
  const length = xs[0]!.length;
  const named: readonly [string, readonly Source[]][] = [
    ['x', xs],
    ['y', ys],
    ['sampleWeight', weights],
  ];
  for (const [what, sources] of named) {
    const other = sources.find((item) => item.length !== length);
    if (other === undefined) continue;
    throw new Error(`${place}: expected ${what} to hold as many samples as x (${length}), received ${other.length}.`);
  }
  return {
    length,
    x: xs,
    y: ys,
    sampleWeight: weights,
    single: { x: !Array.isArray(x) && isSingle(x), y: isSingle(y) },
  };
}

/** The samples from `from` to `to - 1`. */
export function part(all: Samples, from: number, to: number): Samples {
  const cut = (sources: readonly Source[]): readonly Source[] => sources.map((item) => item.part(from, to));
  return { ...all, length: to - from, x: cut(all.x), y: cut(all.y), sampleWeight: cut(all.sampleWeight) };
}

/** Cuts a batch; to be called in a tidy. */
export function cutBatch<In extends Tensors, Out extends Tensors>(
  all: Samples,
  from: number,
  to: number,
  order?: Int32Array,
  classWeight?: ClassWeight,
): Batch<In, Out> {
  const cut = (sources: readonly Source[]): Tensor[] => sources.map((item) => item.cut(from, to, order));
  const x = cut(all.x);
  const y = cut(all.y);
  const given = cut(all.sampleWeight);
  const weights = y.map((_, i) => given[given.length === 1 ? 0 : i]);
  if (classWeight !== undefined && y[0] !== undefined) {
    const byClass = classWeights(y[0], classWeight);
    weights[0] = weights[0] === undefined ? byClass : mul(weights[0], byClass);
  }
  return {
    x: (all.single.x ? x[0] : x) as In,
    y: (all.y.length === 0 ? undefined : all.single.y ? y[0] : y) as Out | undefined,
    sampleWeight: weights,
  };
}

/** The weight of each sample's class: of the label itself, or of the largest entry of a one-hot label. */
function classWeights(y: Tensor, classWeight: ClassWeight): Tensor {
  const labels = y.dataSync() as Float32Array;
  const [batch = 0, classes = 1] = y.shape;
  if (y.rank > 2)
    throw new Error(
      `fit: expected y of shape [batch] or [batch, classes] with classWeight, received ${formatShape(y.shape)}.`,
    );
  const weights = Float32Array.from({ length: batch }, (_, i) => {
    let label = labels[i * classes]!;
    if (classes > 1) {
      const row = labels.subarray(i * classes, (i + 1) * classes);
      label = row.indexOf(Math.max(...row));
    }
    return classWeight[label] ?? 1;
  });
  return tensor1d(weights, 'float32');
}
