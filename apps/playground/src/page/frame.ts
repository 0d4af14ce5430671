import { languages, rooms, type Language, type Room } from '../state/address.js';
import { inEveryLanguage, texts } from '../texts/language.js';
import { segments } from './controls.js';
import { element } from './element.js';
import { messageBox } from './message.js';

const languageNames: Readonly<Record<Language, string>> = { en: 'EN', zh: '中文' };
const stairs =
  '<svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><path d="M1 14h4v-4h4V6h4V2h2"/></svg>';

/** The page around the rooms. */
export interface Frame {
  /** Shows a room, which is made when it is seen first. */
  enter(room: Room, root: HTMLElement): void;
  showLanguage(language: Language): void;
  /** Keeps the link to a room up to date. */
  link(room: Room, address: string): void;
}

/** Builds the page. */
export function buildFrame(onLanguage: (language: Language) => void): Frame {
  const brand = element('span', { class: 'brand' });
  brand.innerHTML = stairs;
  const name = element('span');
  inEveryLanguage(() => (name.textContent = texts().title));
  brand.append(name);

  let current: Room = 'plane';
  const links = new Map(rooms.map((room) => [room, element('a', { href: `#${room}` }, () => texts().rooms[room])]));
  const language = segments(
    () => texts().language,
    languages,
    (code) => languageNames[code],
    onLanguage,
  );
  language.root.classList.add('languages');
  const heading = element('h1', { tabindex: -1 });
  const intro = element('p', { class: 'intro' });
  const place = element('div');
  const describe = (): void => {
    heading.textContent = texts().roomTitles[current];
    intro.textContent = texts().intros[current];
  };
  inEveryLanguage(describe);

  document.body.append(
    element('a', { class: 'skip', href: '#main', onclick: skip }, () => texts().skip),
    element(
      'header',
      { class: 'top' },
      brand,
      element('nav', { class: 'rooms', 'aria-label': () => texts().title }, ...links.values()),
      language.root,
    ),
    element('main', { id: 'main' }, heading, intro, messageBox(), place),
    element('footer', {}, () => texts().footer),
  );
  // The address' part after # is the set-up's.
  function skip(event: Event): void {
    event.preventDefault();
    heading.focus();
  }

  return {
    enter(room, root) {
      current = room;
      describe();
      if (root.parentNode === null) place.append(root);
      for (const child of place.children) (child as HTMLElement).hidden = child !== root;
      for (const [other, link] of links) {
        if (other === room) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
      }
    },
    showLanguage: (code) => language.show(code),
    link: (room, address) => links.get(room)!.setAttribute('href', address),
  };
}
