import type { Language } from '../state/address.js';
import { en } from './en.js';
import type { Texts } from './texts.js';
import { zh } from './zh.js';

const all: Readonly<Record<Language, Texts>> = { en, zh };
/** For `lang`: browsers choose fonts and hyphenation by it. */
const tags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-Hans' };
let current: Language = 'en';
const updates: (() => void)[] = [];

/** What the page says, in the language of now. */
export function texts(): Texts {
  return all[current];
}

export function currentLanguage(): Language {
  return current;
}

/** The language that this browser asks for. */
export function preferredLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Calls `update` now and whenever the language changes. */
export function inEveryLanguage(update: () => void): void {
  updates.push(update);
  update();
}

/** Says everything in another language. */
export function speak(language: Language): void {
  current = language;
  document.documentElement.lang = tags[language];
  document.title = texts().title;
  for (const update of updates) update();
}
