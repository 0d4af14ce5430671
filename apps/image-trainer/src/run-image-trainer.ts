import { dirname } from 'node:path';
import { progressBar } from '@sixstep/model';
import { expectWritableFolder, stopOnInterrupt, trainingReport, userPath, writeFileWhole } from '@sixstep/trainer';
import { useWasm } from '@sixstep/wasm';
import { areNamed, classList } from './class-list.js';
import { classify } from './classify.js';
import { confusionMatrix } from './confusion-matrix.js';
import { confusionText } from './confusion-text.js';
import { firstBatch } from './first-batch.js';
import type { ImageTask } from './image-task.js';
import { loadImages } from './load-images.js';
import { readOptions } from './options.js';
import { saveTraining } from './save-training.js';
import { showImage } from './show-image.js';
import { showMistakes } from './show-mistakes.js';
import { train } from './train.js';
import { worstMistakes } from './worst-mistakes.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const count = (n: number): string => n.toLocaleString('en-US');
const percent = (share: number | null): string => (share === null ? 'not computed' : `${(100 * share).toFixed(2)} %`);

/**
 * The whole program: loads and shows the images, trains, tests, and saves what the options ask for.
 *
 * @throws Error if data or folders are not as they should be, before anything is trained
 */
export async function runImageTrainer(task: ImageTask, argv: readonly string[]): Promise<void> {
  const options = readOptions(task, argv);
  const out = options.out === undefined ? undefined : userPath(options.out);
  const json = options.json === undefined ? undefined : userPath(options.json);
  if (out !== undefined) await expectWritableFolder(out, '--out');
  if (json !== undefined) await expectWritableFolder(dirname(json), '--json');
  if (options.resume && out === undefined)
    throw new Error('--resume: expected --out, received none. Name the folder of the earlier run.');
  // It is a large library: it is loaded if it is wanted.
  const { keepState, keptState } = out === undefined ? {} : await import('./keep-state.js');
  const resumeFrom = options.resume ? await keptState?.(out!) : undefined;
  const width = process.stdout.columns ?? 120;

  const [images] = await Promise.all([loadImages(task, options), useWasm()]);
  const { classNames, test } = images;
  const { x, y } = images.train;
  say(`${task.title}: ${count(y.data.length)} images to train on, ${count(test.y.data.length)} to test on\n`);
  if (areNamed(classNames)) say(`${classList(images)}\n`);
  say(`The first image (${classNames[y.data[0]!]}), as the eye and as the model sees it:\n`);
  say(`${showImage(x, 0, width)}\n`);

  const first = firstBatch();
  const interruption = stopOnInterrupt(process.stdout.write.bind(process.stdout));
  const keeper = keepState === undefined ? [] : [keepState(out!, interruption)];
  const trained = await train(images, options, [first, progressBar(), interruption, ...keeper], resumeFrom);
  const { model, history, seconds } = trained;
  say('');
  model.summary();

  const classified = await classify(model, test);
  const mistakes = worstMistakes(classified, 20);
  say('\nConfusion matrix of the test images: rows are true, columns predicted\n');
  say(`${confusionText(confusionMatrix(classified), classNames)}\n`);
  if (mistakes.length > 0) {
    say('The worst mistakes\n');
    say(`${showMistakes(test.x, mistakes, classNames, width)}\n`);
  }

  const report = {
    ...trainingReport(model, history, seconds),
    interrupted: interruption.happened,
    secondsToFirstBatch: first.seconds ?? null,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
  const epochs = `${report.epochs} ${report.epochs === 1 ? 'epoch' : 'epochs'}`;
  say(
    `${report.interrupted ? `Interrupted in epoch ${report.epochs}` : `Trained ${epochs}`} after ${seconds.toFixed(2)} s`,
  );
  say(`Train accuracy: ${percent(report.final.accuracy)}`);
  say(`Test accuracy:  ${percent(report.final.valAccuracy)}`);
  say(`SHA-256 of the weights: ${report.weightsSha256}`);
  if (out !== undefined) {
    const title = `${task.title}, ${options.model}`;
    const savings = { title, trained, images: test.x, classified, mistakes, classNames };
    say(`Saved in ${out}: ${(await saveTraining(out, savings)).join(', ')}`);
  }
  if (json !== undefined) {
    await writeFileWhole(json, `${JSON.stringify(report, null, 2)}\n`);
    say(`Report written to ${json}`);
  }
}
