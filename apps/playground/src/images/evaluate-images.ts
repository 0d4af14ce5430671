import { sliceRows, type LabeledImages } from '@sixstep/datasets';
import type { Sequential } from '@sixstep/model';
import type { ImageEvaluation, ShownImage } from './image-report.js';

const BATCH = 500;
const PIXELS = 28 * 28;
/** Mistakes that are shown. */
const SHOWN = 12;

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Loss, accuracy, confusions and the surest mistakes on images; others get their turn meanwhile. */
export async function evaluateImages(
  model: Sequential,
  { x, y }: LabeledImages,
  signal: AbortSignal,
): Promise<Pick<ImageEvaluation, 'loss' | 'accuracy' | 'confusion' | 'mistakes'>> {
  const n = y.data.length;
  const confusion = new Int32Array(100);
  const wrong: { readonly index: number; readonly guess: number; readonly probability: number }[] = [];
  let loss = 0;
  for (let begin = 0; begin < n; begin += BATCH) {
    signal.throwIfAborted();
    const end = Math.min(n, begin + BATCH);
    const output = model.predictOnBatch(sliceRows(x, begin, end));
    const probabilities = output.dataSync() as Float32Array;
    output.dispose();
    for (let index = begin; index < end; index++) {
      const row = probabilities.subarray(10 * (index - begin), 10 * (index - begin + 1));
      const probability = Math.max(...row);
      const guess = row.indexOf(probability);
      const truth = y.data[index]!;
      loss -= Math.log(Math.max(row[truth]!, 1e-7));
      confusion[10 * truth + guess]!++;
      if (guess !== truth) wrong.push({ index, guess, probability });
    }
    await nextTurn();
  }
  wrong.sort((a, b) => b.probability - a.probability);
  const mistakes = wrong.slice(0, SHOWN).map(({ index, ...said }): ShownImage => ({
    pixels: x.data.slice(index * PIXELS, (index + 1) * PIXELS),
    truth: y.data[index]!,
    ...said,
  }));
  return { loss: loss / n, accuracy: 1 - wrong.length / n, confusion, mistakes };
}
