import { readFile } from 'node:fs/promises';
import { fromKerasConfig, loadWeightsH5, readKeras, readKerasH5 } from '@sixstep/formats';
import type { AnyModel } from '@sixstep/model';
import type { Tensor } from '@tensorflow/tfjs-core';
import { caseDifference } from '../compare.js';
import type { Case, TensorData } from '../fixture.js';
import type { Suite } from '../suite.js';
import { toData } from '../tensor-data.js';

type NamedValue = { readonly path: string; readonly value: TensorData };
/** One tensor each, or several. */
type Batch = { readonly x: unknown; readonly y: unknown };

/** The model that stands in the file beside the fixture. */
async function load(test: Case, path: string): Promise<AnyModel> {
  const bytes = await readFile(path);
  // The files were written by Keras on TensorFlow.
  if (path.endsWith('.keras')) return readKeras(bytes, { sparseEmbeddings: true });
  if (!path.endsWith('.weights.h5')) return readKerasH5(bytes);
  const model = fromKerasConfig(test.config['model']);
  await loadWeightsH5(model, bytes);
  return model;
}

/** Weights, predictions, further steps of training, and predictions after these, of files that Keras wrote. */
export const kerasFilesSuite: Suite = async (test, file) => {
  const model = await load(test, file.replace(/\.json$/, ''));
  try {
    const x = toData(test.inputs['x']);
    const paths = test.expected['weights'] as readonly NamedValue[];
    const weights = model.getWeights().map((value, i) => ({ path: paths[i]?.path, value }));
    const predict = (await model.predict(x)) as Tensor | Tensor[];
    const batches = (test.inputs['batches'] ?? []) as readonly Batch[];
    const logs = batches.map((batch) => model.trainOnBatch(toData(batch.x), toData(batch.y)));
    // Nine digits name a float32: rounded, it is the one that was stored.
    const stored = paths.map(({ path, value }) => ({
      path,
      value: { ...value, data: value.data.map((number) => Math.fround(Number(number))) },
    }));
    return caseDifference(
      { ...test, expected: { ...test.expected, weights: stored } },
      {
        weights,
        predict,
        losses: logs.map(({ loss }) => loss),
        accuracy: logs.map(({ accuracy }) => accuracy),
        predict_after: (await model.predict(x)) as Tensor | Tensor[],
      },
    );
  } finally {
    model.dispose();
  }
};
