import { inEveryLanguage } from '../texts/language.js';

/** A text, or a function that gives it in the language of now. */
export type Text = string | (() => string);
type Child = Node | Text | undefined;
type Attributes = Readonly<Record<string, Text | number | boolean | ((event: never) => void) | undefined>>;

/** A text that follows the language. */
function textNode(text: Text): globalThis.Text {
  if (typeof text === 'string') return document.createTextNode(text);
  const node = document.createTextNode('');
  inEveryLanguage(() => (node.data = text()));
  return node;
}

/**
 * Makes an element.
 *
 * @param attributes `on...` are listeners, true is an attribute without value, functions follow the language
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function' && name.startsWith('on')) {
      made.addEventListener(name.slice(2), value as EventListener);
    } else if (typeof value === 'function') {
      inEveryLanguage(() => made.setAttribute(name, (value as () => string)()));
    } else made.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) {
    if (child !== undefined) made.append(child instanceof Node ? child : textNode(child));
  }
  return made;
}
