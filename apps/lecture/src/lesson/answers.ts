import type { ArrayData } from '@sixstep/datasets';
import type { Data, Model } from '@sixstep/model';

/** What a model says of all samples, as an array. */
export async function answers(model: Model, x: ArrayData): Promise<ArrayData<Float32Array>> {
  const output = await model.predict(x as Data, { batchSize: 2048 });
  const data = Float32Array.from(output.dataSync());
  const { shape } = output;
  output.dispose();
  return { data, shape };
}
