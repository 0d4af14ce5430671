import type { Language } from '@sixstep/plots';
import type { Text } from '../lesson/text.js';
import { escape } from './escape.js';

/** The languages of the page. */
export const languages: readonly Language[] = ['en', 'zh'];

const marked = (text: string): string => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** An element for each language; the page shows one of them. */
export function both(tag: string, text: Text): string {
  return languages.map((language) => `<${tag} lang="${language}">${marked(text[language])}</${tag}>`).join('');
}
