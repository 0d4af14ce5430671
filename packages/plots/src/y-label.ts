import { text, type Text } from '@observablehq/plot';

/** What the vertical axis shows, written above its left end. */
export function yLabel(label: string): Text {
  return text([label], {
    text: [label],
    frameAnchor: 'top-left',
    textAnchor: 'start',
    lineAnchor: 'bottom',
    dy: -7,
    fontWeight: 600,
    ariaDescription: 'y-axis label',
  });
}
