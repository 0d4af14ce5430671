import { compileFromKeras, fromKerasConfig } from '@sixstep/formats';
import type { AnyModel, FitOptions, SampleWeight } from '@sixstep/model';
import type { Tensor } from '@tensorflow/tfjs-core';
import { caseDifference } from '../compare.js';
import { isTensorData, type Json, type TensorData } from '../fixture.js';
import { optionsFromKeras } from '../from-keras.js';
import type { Suite } from '../suite.js';
import { toData, toTensor } from '../tensor-data.js';

type Tensors = Tensor | Tensor[];
type NamedValue = { readonly path: string; readonly value: TensorData };

const firstRows = (value: unknown, rows: number): unknown => {
  if (Array.isArray(value)) return value.map((item) => firstRows(item, rows));
  if (!isTensorData(value))
    return Object.fromEntries(Object.entries(value as Json).map(([name, item]) => [name, firstRows(item, rows)]));
  const size = value.data.length / value.shape[0]!;
  return { ...value, shape: [rows, ...value.shape.slice(1)], data: value.data.slice(0, rows * size) };
};

const folded = (key: string): string => key.replaceAll('_', '').toLowerCase();

/** Logs by their keys without regard to spelling: `val_side_accuracy`, `valSideAccuracy` -> `valsideaccuracy`. */
const keys = (logs: unknown): Json =>
  Object.fromEntries(Object.entries((logs ?? {}) as Json).map(([key, value]) => [folded(key), value]));

/** Keras' logs with one entry for each number of a metric that has several, as ours are: `recall0`, `recall1`. */
const expectedLogs = (logs: unknown, rank: number): Json =>
  Object.fromEntries(
    Object.entries((logs ?? {}) as Readonly<Record<string, TensorData>>).flatMap(([key, { shape, dtype, data }]) => {
      const [outer, count = 0] = [shape.slice(0, rank), shape[rank]];
      if (shape.length === rank) return [[folded(key), { shape, dtype, data }]];
      const each = Array.from({ length: count }, (_, i) => data.filter((_, place) => place % count === i));
      return each.map((values, i) => [`${folded(key)}${i}`, { shape: outer, dtype, data: values }]);
    }),
  );

function fitOptions({
  config,
  inputs,
}: {
  readonly config: Json;
  readonly inputs: Json;
}): FitOptions<Tensors, Tensors> {
  const { class_weight: classWeight, ...fit } = config['fit'] as Json;
  const validation = inputs['validation_data'] as Json | null | undefined;
  const weights = (value: unknown): SampleWeight => toData(value) as SampleWeight;
  const options: Record<string, unknown> = { ...optionsFromKeras(fit), callbacks: [] };
  delete options['verbose'];
  if (classWeight != null) options['classWeight'] = classWeight;
  if (inputs['sample_weight'] != null) options['sampleWeight'] = weights(inputs['sample_weight']);
  if (validation != null) {
    const { x, y, sample_weight: weight } = validation;
    options['validationData'] = [toData(x), toData(y), ...(weight == null ? [] : [weights(weight)])];
  }
  return options as FitOptions<Tensors, Tensors>;
}

/** History, weights, predictions and evaluation after a training from given weights. */
export const trainingSuite: Suite = async (test) => {
  const model: AnyModel = fromKerasConfig(test.config['model'], { sparseEmbeddings: true });
  try {
    model.setWeights((test.inputs['weights'] as readonly NamedValue[]).map(({ value }) => toTensor(value)));
    model.compile(compileFromKeras(test.config['compile'] as Json));
    const [x, y] = [toData(test.inputs['x']), toData(test.inputs['y'])];
    const { history } = await model.fit(x, y, fitOptions(test));
    const evaluation = await model.evaluate(x, y, { batchSize: (test.config['fit'] as Json)['batch_size'] as number });
    const predict = (await model.predict(toData(firstRows(test.inputs['x'], 6)))) as Tensors;
    const expected = {
      ...test.expected,
      history: expectedLogs(test.expected['history'], 1),
      evaluate: expectedLogs(test.expected['evaluate'], 0),
    };
    const unexpected = Object.keys(history).filter((key) => !(folded(key) in expected.history));
    if (unexpected.length > 0) return `history: did not expect ${unexpected.join(', ')}`;
    const paths = (test.expected['weights'] ?? []) as readonly NamedValue[];
    const got = {
      history: keys(history),
      weights: model.weights.map((value, i) => ({ path: paths[i]?.path, value: value.clone() })),
      predict_first_6: predict,
      evaluate: keys(evaluation),
    };
    return caseDifference({ ...test, expected }, got);
  } finally {
    model.dispose();
  }
};
