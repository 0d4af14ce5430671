import { platform } from '#platform';
import type { Drawing } from './drawing.js';

/**
 * A plot as an element that can be put into a page.
 *
 * @example
 * document.body.append(toElement(curves({ history })));
 */
export function toElement({ svg }: Drawing): SVGSVGElement {
  const holder = platform.document().createElement('div');
  holder.innerHTML = svg;
  return holder.firstElementChild as SVGSVGElement;
}
