import { element } from '../page/element.js';
import { texts } from '../texts/language.js';
import { putPixels } from './draw-image.js';
import type { ShownImage } from './image-report.js';

/** Mistakes as small pictures with what they are and what they were taken for. */
export function mistakeList(mistakes: readonly ShownImage[], names: readonly string[]): HTMLElement {
  return element(
    'ul',
    { class: 'mistakes' },
    ...mistakes.map(({ pixels, truth, guess, probability }) => {
      const said = texts().sample(names[truth]!, names[guess]!);
      const canvas = element('canvas', { width: 28, height: 28, role: 'img', 'aria-label': said });
      putPixels(canvas.getContext('2d')!, pixels, 0, 0);
      const caption = element('span', {}, `${names[truth]!} → ${names[guess]!}`);
      return element('li', { title: `${said} ${(100 * probability).toFixed(1)} %` }, canvas, caption);
    }),
  );
}

/** Draws images of 28x28 side by side, as many as there are columns in the canvas. */
export function putStrip(canvas: HTMLCanvasElement, images: Uint8Array): void {
  const context = canvas.getContext('2d')!;
  const columns = canvas.width / 28;
  const rows = canvas.height / 28;
  for (let i = 0; i < Math.min(columns * rows, images.length / 784); i++) {
    putPixels(context, images.subarray(784 * i, 784 * (i + 1)), 28 * (i % columns), 28 * Math.floor(i / columns));
  }
}
