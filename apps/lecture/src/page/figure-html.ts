import type { Figure } from '../lesson/part.js';
import { both, languages } from './both.js';

/** A figure in both languages. */
export async function figureHtml({ id, caption, draw }: Figure): Promise<string> {
  const drawings: string[] = [];
  for (const language of languages) drawings.push((await draw(language)).svg);
  return `<figure id="${id}">${drawings.join('')}<figcaption>${both('span', caption)}</figcaption></figure>`;
}
