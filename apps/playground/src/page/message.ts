import { texts } from '../texts/language.js';
import { button } from './controls.js';
import { element } from './element.js';

const box = element('div', { class: 'message', role: 'alert', hidden: true });

/** The place for what went wrong. */
export function messageBox(): HTMLElement {
  return box;
}

/** Says what went wrong, until the user closes it. */
export function complain(message: string): void {
  const close = button(() => '×', hush, 'quiet');
  close.setAttribute('aria-label', texts().dismiss);
  box.replaceChildren(element('strong', {}, texts().failed), element('p', {}, message), close);
  box.hidden = false;
}

/** Takes the message away. */
export function hush(): void {
  box.hidden = true;
  box.replaceChildren();
}
