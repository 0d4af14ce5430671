import { plot, type PlotOptions } from '@observablehq/plot';
import { platform } from '#platform';
import { escape, printable } from './escape.js';
import { color } from './palette.js';
import { shorten } from './shorten.js';
import { bold } from './text-width.js';

/** One pair of axes. */
export interface Panel {
  readonly options: PlotOptions & { readonly width: number; readonly height: number };
  /** A line above the axes. */
  readonly title?: string;
  /** A line below the title, in a weaker color. */
  readonly note?: string;
}

const titleHeight = 26;
const noteHeight = 15;

const headingHeight = ({ title, note }: Panel): number =>
  (title === undefined ? 0 : titleHeight) + (note === undefined ? 0 : noteHeight);

/** How high `panel` is with what is written above it, in pixels. */
export function panelHeight(panel: Panel): number {
  return panel.options.height + headingHeight(panel);
}

/** Draws `panel` with its upper left corner at `left`, `top`. */
export function renderPanel(panel: Panel, left: number, top: number): string {
  const { options, title, note } = panel;
  const element = plot({ ...options, className: 'sixstep-panel', document: platform.document() });
  const { width, height, marginLeft = 0, marginTop = 0 } = options;
  const content = printable(element.innerHTML)
    .replace(/<style>.*?<\/style>/s, '')
    .replaceAll('&nbsp;', '&#160;')
    // A hundredth of a pixel is enough, and makes contours three times as short.
    .replace(/ (?:d|transform|c?[xy]|[xy][12]|width|height)="[^"]*"/g, (attribute) =>
      attribute.replace(/(\.\d\d)\d+/g, '$1'),
    )
    // Counted by Plot; two pictures in one page may share a name only if they mean the same.
    .replace(/plot-clip-\d+/g, `sixstep-clip-${width}-${height}-${marginLeft}-${marginTop}`);
  const room = width - 24;
  const write = (text: string, y: number, style: string): string =>
    `<text x="${left + 12}" y="${top + y}" text-anchor="start" ${style}>${escape(shorten(text, 12 * bold, room))}</text>`;
  const heading =
    (title === undefined ? '' : write(title, 20, 'font-weight="600" class="sixstep-panel-title"')) +
    (note === undefined ? '' : write(note, headingHeight(panel) - 4, `font-size="11" fill="${color('muted')}"`));
  return `${heading}<g class="sixstep-panel" transform="translate(${left},${top + headingHeight(panel)})">${content}</g>`;
}
