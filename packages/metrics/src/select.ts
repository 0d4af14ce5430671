import { expectInteger } from '@sixstep/parts';
import { type Batch, columnsOf } from './batch.js';
import type { Numbers } from './values.js';

/** What is looked at of yTrue and yPred. */
export interface Selection {
  /** Only the k largest predictions of a row can be positive. */
  readonly topK?: number | null;
  /** Only this class is looked at. */
  readonly classId?: number | null;
}

/** What stands for a prediction that is not among the k likeliest. */
export const NEVER = -1e10;

/** Replaces all but the k largest of each row (of equals the first) by `NEVER`. */
function keepTopK(data: Numbers, classes: number, k: number): Numbers {
  const kept = new Float32Array(data.length).fill(NEVER);
  for (let start = 0; start < data.length; start += classes) {
    const row = data.subarray(start, start + classes);
    const likeliest = [...row.keys()].sort((a, b) => row[b]! - row[a]!);
    for (const i of likeliest.slice(0, k)) kept[start + i] = row[i]!;
  }
  return kept;
}

/** Only the k likeliest classes, and only one class, of the batch. */
export function select(batch: Batch, { topK = null, classId = null }: Selection, place: string): Batch {
  const { labels, weights, shape } = batch;
  const predictions = topK === null ? batch.predictions : keepTopK(batch.predictions, shape.at(-1) ?? 1, topK);
  if (classId === null) return { ...batch, predictions };
  const classes = columnsOf(place, batch);
  const id = expectInteger(place, 'classId', classId, { min: -classes, max: classes - 1 });
  const ofClass = <T extends Numbers | undefined>(values: T): T =>
    values?.filter((_, i) => (i - id) % classes === 0) as T;
  return {
    labels: ofClass(labels),
    predictions: ofClass(predictions),
    weights: ofClass(weights),
    shape: [...shape.slice(0, -1), 1],
  };
}
