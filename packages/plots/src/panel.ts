import { plot, type PlotOptions } from '@observablehq/plot';
import { platform } from '#platform';
import { escape } from './escape.js';
import { color } from './palette.js';

/** One pair of axes. */
export interface Panel {
  readonly options: PlotOptions & { readonly width: number; readonly height: number };
  /** A line above the axes. */
  readonly title?: string;
  /** What is said behind the title, in a weaker color. */
  readonly note?: string;
}

const titleHeight = 18;

/** How high `panel` is with its title, in pixels. */
export function panelHeight({ options, title }: Panel): number {
  return options.height + (title === undefined ? 0 : titleHeight);
}

/** Draws `panel` with its upper left corner at `left`, `top`. */
export function renderPanel({ options, title, note }: Panel, left: number, top: number): string {
  const element = plot({ ...options, className: 'sixstep-panel', document: platform.document() });
  const content = element.innerHTML.replace(/<style>.*?<\/style>/s, '').replaceAll('&nbsp;', '&#160;');
  const heading =
    title === undefined
      ? ''
      : `<text x="${left + 8}" y="${top + 13}" text-anchor="start" font-weight="600">${escape(title)}` +
        (note === undefined ? '' : `<tspan dx="8" font-weight="400" fill="${color('muted')}">${escape(note)}</tspan>`) +
        '</text>';
  const y = top + (title === undefined ? 0 : titleHeight);
  return `${heading}<g class="sixstep-panel" transform="translate(${left},${y})">${content}</g>`;
}
