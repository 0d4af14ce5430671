import type { LabeledImages } from '@sixstep/datasets';
import type { Model } from '@sixstep/model';

/** What a model makes of images. */
export interface Classified {
  /** Probabilities, one row of `classes` an image. */
  readonly probabilities: ArrayLike<number>;
  readonly classes: number;
  readonly labels: ArrayLike<number>;
  /** The class with the highest probability of each image. */
  readonly predicted: readonly number[];
}

/** Classifies all images. */
export async function classify(model: Model, { x, y }: LabeledImages): Promise<Classified> {
  const output = await model.predict(x, { batchSize: 100 });
  const probabilities = output.dataSync() as Float32Array;
  const classes = output.shape[1]!;
  output.dispose();
  const predicted = Array.from(y.data, (_, i) => {
    const row = probabilities.subarray(i * classes, (i + 1) * classes);
    return row.indexOf(Math.max(...row));
  });
  return { probabilities, classes, labels: y.data, predicted };
}
