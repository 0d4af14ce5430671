import { join } from 'node:path';
import { takeRows, toPng, type ArrayData } from '@sixstep/datasets';
import { writeFileWhole } from '@sixstep/trainer';
import { areNamed } from './class-list.js';
import { historyCsv } from './history-csv.js';
import { safetensors } from './safetensors.js';
import type { Trained } from './train.js';
import type { Mistake } from './worst-mistakes.js';

/** What is saved of a training. */
export interface Savings {
  readonly title: string;
  readonly trained: Trained;
  readonly images: ArrayData;
  readonly mistakes: readonly Mistake[];
  readonly classNames: readonly string[];
}

/** Writes the weights, the history, the curves and the worst mistakes into a folder. Returns the names of the files. */
export async function saveTraining(folder: string, savings: Savings): Promise<string[]> {
  const { title, trained, images, mistakes, classNames } = savings;
  const { model, history } = trained;
  const names: string[] = [];
  const save = async (name: string, content: string | Uint8Array): Promise<void> => {
    await writeFileWhole(join(folder, name), content);
    names.push(name);
  };
  await save('weights.safetensors', safetensors(model));
  await save('history.csv', historyCsv(history));
  await save('history.json', `${JSON.stringify(history, null, 2)}\n`);
  if (mistakes.length > 0) {
    const lineBreak = areNamed(classNames) ? '\n' : ' ';
    const labels = mistakes.map(
      ({ truth, predicted, probability }) =>
        `${classNames[truth]} as${lineBreak}${classNames[predicted]}\n${(100 * probability).toFixed(1)} %`,
    );
    const worst = takeRows(
      images,
      mistakes.map((mistake) => mistake.index),
    );
    await save('mistakes.png', toPng(worst, { columns: 5, labels, zoom: 3 }));
  }
  // The plots' libraries are large: they are loaded when the training is over, and only if they are wanted.
  const plots = await import('@sixstep/plots');
  const drawing = plots.curves({ title, history });
  await save('curves.svg', drawing.svg);
  await save('curves.png', await plots.toPng(drawing));
  return names;
}
