import { expectInteger, formatValue } from '@sixstep/parts';
import type { DrawingOptions } from './drawing-options.js';
import { expectLanguage, type Language } from './language.js';
import { say, type Word } from './words.js';

/** The options that all plots have, checked and with their defaults. */
export function expectDrawing(
  place: string,
  { title, language: given, width = 640 }: DrawingOptions,
  heading: Word,
): { readonly title: string; readonly language: Language; readonly width: number } {
  const language = expectLanguage(place, given);
  expectInteger(place, 'width', width, { min: 120, max: 8192, hint: 'It is in pixels.' });
  if (title !== undefined && typeof title !== 'string') {
    throw new Error(`${place}: expected title to be text, received ${formatValue(title)}.`);
  }
  return { language, width, title: title ?? say(language, heading) };
}

/** `height`, if it is a height for a panel. */
export function expectHeight(place: string, height: number): number {
  return expectInteger(place, 'height', height, { min: 100, max: 4096, hint: 'It is in pixels.' });
}
