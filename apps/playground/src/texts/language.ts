import type { Language } from '../state/address.js';
import { en } from './en.js';
import type { Texts } from './texts.js';
import { zh } from './zh.js';

const all: Readonly<Record<Language, Texts>> = { en, zh };
/** For `lang`: browsers choose fonts and hyphenation by it. */
const tags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-Hans' };
let current: Language = 'en';
let chosen: Language | undefined;
const updates: (() => void)[] = [];

/** What the page says, in the language of now. */
export function texts(): Texts {
  return all[current];
}

/** The language of now. */
export function currentLanguage(): Language {
  return current;
}

/** The language that was asked for, by the user or by the address; addresses say it. */
export function chosenLanguage(): Language | undefined {
  return chosen;
}

/** The language that this browser asks for. */
function preferredLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Calls `update` now and whenever the language changes. */
export function inEveryLanguage(update: () => void): void {
  updates.push(update);
  update();
}

/** Says everything in the language that was asked for, or else in the one that this browser asks for. */
export function speak(language: Language | undefined): void {
  chosen = language;
  current = language ?? preferredLanguage();
  document.documentElement.lang = tags[current];
  document.title = texts().title;
  for (const update of updates) update();
}
