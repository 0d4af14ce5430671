import { element, type Text } from './element.js';

/** A part of a room with its heading. */
export function card(heading: Text, name: string, ...children: readonly (Node | undefined)[]): HTMLElement {
  const title = element('h2', {}, heading);
  const made = element('section', { class: `card ${name}` }, title, ...children);
  return made;
}

/** Figures with what they are. */
export interface FigureList<K extends string> {
  readonly root: HTMLElement;
  show(values: Partial<Record<K, string>>): void;
}

/** A row of figures. */
export function figureList<K extends string>(names: readonly (readonly [K, Text])[]): FigureList<K> {
  const values = new Map(names.map(([key]) => [key, element('dd', { 'data-figure': key }, '–')]));
  const root = element(
    'dl',
    { class: 'figures' },
    ...names.map(([key, name]) => element('div', {}, element('dt', {}, name), values.get(key))),
  );
  return {
    root,
    show(shown) {
      for (const [key, value] of Object.entries(shown) as [K, string][]) values.get(key)!.textContent = value;
    },
  };
}
