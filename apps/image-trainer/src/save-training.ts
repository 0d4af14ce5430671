import { join } from 'node:path';
import { takeRows, toPng, type ArrayData } from '@sixstep/datasets';
import { historyCsv } from '@sixstep/model';
import { writeFileWhole } from '@sixstep/trainer';
import { areNamed } from './class-list.js';
import type { Classified } from './classify.js';
import type { Trained } from './train.js';
import type { Mistake } from './worst-mistakes.js';

/** What is saved of a training. */
export interface Savings {
  readonly title: string;
  readonly trained: Trained;
  readonly images: ArrayData;
  readonly classified: Classified;
  readonly mistakes: readonly Mistake[];
  readonly classNames: readonly string[];
}

/** Writes weights, history, curves, confusion matrix and worst mistakes into a folder. Returns the names of the files. */
export async function saveTraining(folder: string, savings: Savings): Promise<string[]> {
  const { title, trained, images, classified, mistakes, classNames } = savings;
  const { model, history } = trained;
  const names: string[] = [];
  const save = async (name: string, content: string | Uint8Array): Promise<void> => {
    await writeFileWhole(join(folder, name), content);
    names.push(name);
  };
  // These libraries are large: they are loaded when the training is over, and only if they are wanted.
  const { weightArrays, writeSafetensors } = await import('@sixstep/formats');
  const plots = await import('@sixstep/plots');
  await save('weights.safetensors', writeSafetensors(weightArrays(model)));
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
  const yTrue = Array.from(classified.labels);
  const drawings = {
    curves: plots.curves({ title, history }),
    confusion: plots.confusionMatrix({ title, yTrue, yPred: classified.predicted, classNames }),
  };
  for (const [name, drawing] of Object.entries(drawings)) {
    await save(`${name}.svg`, drawing.svg);
    await save(`${name}.png`, await plots.toPng(drawing));
  }
  return names;
}
