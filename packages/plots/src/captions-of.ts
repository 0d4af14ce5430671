import { className } from './class-name.js';
import type { Language } from './language.js';
import { type Labels, labelsOf } from './labels-of.js';
import { say } from './words.js';

interface Options {
  readonly language: Language;
  readonly labels?: Labels;
  readonly predictions?: Labels;
  readonly captions?: readonly string[];
  readonly classNames?: readonly string[];
}

/** What is written below an image, and whether a model was wrong about it. */
export interface Caption {
  readonly text: string;
  readonly wrong: boolean;
}

/**
 * A caption for each of `count` images, or undefined if nothing is to be written.
 *
 * @throws Error if there are more or fewer labels than images
 */
export function captionsOf(place: string, options: Options, count: number): Caption[] | undefined {
  const { captions, classNames, language } = options;
  const labels = options.labels && labelsOf(place, 'labels', options.labels);
  const predictions = options.predictions && labelsOf(place, 'predictions', options.predictions);
  for (const [name, list] of Object.entries({ captions, labels, predictions })) {
    if (list && list.length !== count) {
      throw new Error(`${place}: expected ${name} to have one for each of ${count} images, received ${list.length}.`);
    }
  }
  if (!captions && !labels && !predictions) return undefined;
  return Array.from({ length: count }, (_, i) => {
    const label = labels?.[i];
    const prediction = predictions?.[i];
    const wrong = label !== undefined && prediction !== undefined && label !== prediction;
    const name = className(classNames, prediction ?? label ?? 0);
    const judged = label === undefined || prediction === undefined ? name : `${wrong ? '✗' : '✓'} ${name}`;
    const truth = wrong ? `\n${say(language, 'true')}: ${className(classNames, label)}` : '';
    return { text: captions?.[i] ?? judged + truth, wrong };
  });
}
