import { element, type Text } from '../page/element.js';

/** What the lines of a chart are; `color` is the name of a CSS variable. */
export function legend(
  items: readonly { readonly name: Text; readonly color: string; readonly dashed?: boolean }[],
): HTMLElement {
  return element(
    'p',
    { class: 'legend' },
    ...items.map(({ name, color, dashed }) =>
      element(
        'span',
        {},
        element('span', {
          class: dashed ? 'key dashed' : 'key',
          style: `--key: var(--${color})`,
          'aria-hidden': 'true',
        }),
        name,
      ),
    ),
  );
}
