import type { Figure } from '../lesson/part.js';
import { both, languages } from './both.js';
import { inlinePicture } from './inline-picture.js';

/** A figure in both languages. */
export async function figureHtml({ id, caption, draw }: Figure): Promise<string> {
  const drawings: string[] = [];
  for (const language of languages) drawings.push(inlinePicture((await draw(language)).svg, `${id}-${language}`));
  return `<figure id="figure-${id}">${drawings.join('')}<figcaption>${both('span', caption)}</figcaption></figure>`;
}
