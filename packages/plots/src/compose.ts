import type { Drawing } from './drawing.js';
import { escape } from './escape.js';
import type { Language } from './language.js';
import { legend, type LegendItem } from './legend.js';
import { color } from './palette.js';
import { type Panel, panelHeight, renderPanel } from './panel.js';
import { shorten } from './shorten.js';
import { styleSheet } from './style-sheet.js';
import { bold } from './text-width.js';
import { wrap } from './wrap.js';

/** What a picture is made of. */
export interface Composition {
  readonly language: Language;
  readonly title: string;
  /** A line under the title. */
  readonly note?: string;
  readonly width: number;
  readonly items?: readonly LegendItem[];
  readonly panels: readonly Panel[];
  /** Panels in a row, by default 1. */
  readonly columns?: number;
}

const fonts = `system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif`;
const padding = 12;

/** Puts title, legend and panels together. */
export function compose({ language, title, note, width, items = [], panels, columns = 1 }: Composition): Drawing {
  const parts: string[] = [];
  let y = padding;
  // Bold letters are wider.
  for (const line of title === '' ? [] : wrap(title, 16 * bold, width - 2 * padding, 3)) {
    parts.push(
      `<text class="sixstep-title" x="${padding}" y="${y + 14}" font-size="16" font-weight="600">${escape(line)}</text>`,
    );
    y += 22;
  }
  if (title !== '') y += 2;
  if (note !== undefined) {
    const shown = escape(shorten(note, 12, width - 2 * padding));
    parts.push(`<text class="sixstep-note" x="${padding}" y="${y + 11}" fill="${color('muted')}">${shown}</text>`);
    y += 20;
  }
  const signs = legend(items, padding, y, width - 2 * padding);
  y += signs.height;
  const drawn: string[] = [];
  for (let row = 0; row < panels.length; row += columns) {
    const inRow = panels.slice(row, row + columns);
    inRow.forEach((panel, i) => drawn.push(renderPanel(panel, Math.round((i * width) / columns), y)));
    y += Math.max(...inRow.map(panelHeight));
  }
  const height = Math.ceil(y + padding / 2);
  const label = escape(title || (note ?? ''));
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" class="sixstep-plot" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}" lang="${language}" role="img"${label && ` aria-label="${label}"`} ` +
    `color="${color('ink')}" fill="currentColor" font-family="${fonts}" font-size="12">` +
    `<style>${styleSheet}</style><rect width="100%" height="100%" fill="${color('paper')}"/>` +
    `${parts.join('')}${signs.svg}<g text-anchor="middle">${drawn.join('')}</g></svg>`;
  return { svg, width, height };
}
