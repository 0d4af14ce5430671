import { escape } from './escape.js';
import { color } from './palette.js';
import { shorten } from './shorten.js';
import { textWidth } from './text-width.js';

/** A sign and what it stands for. */
export interface LegendItem {
  readonly label: string;
  readonly color: string;
  readonly sign: 'line' | 'dashed' | 'dot' | 'ring' | 'square' | { readonly path: string };
}

const size = 12;
const rowHeight = 20;
const signWidth = 24;
const gap = 18;

function sign({ color: paint, sign: kind }: LegendItem): string {
  if (typeof kind === 'object') return `<path d="${kind.path}" transform="translate(12,0)" fill="${paint}"/>`;
  if (kind === 'dot') return `<circle cx="12" r="4" fill="${paint}"/>`;
  if (kind === 'ring') return `<circle cx="12" r="4" fill="none" stroke="${paint}" stroke-width="1.5"/>`;
  if (kind === 'square') return `<rect x="5" y="-6" width="13" height="12" fill="${paint}"/>`;
  const dash = kind === 'dashed' ? ' stroke-dasharray="5,3"' : '';
  return `<path d="M1,0H21" fill="none" stroke="${paint}" stroke-width="2.5"${dash}/>`;
}

/** The legend in rows, from `top` on, left-aligned at `left` and at most `width` pixels wide. */
export function legend(
  items: readonly LegendItem[],
  left: number,
  top: number,
  width: number,
): { readonly svg: string; readonly height: number } {
  let x = 0;
  let row = 0;
  const marks = items.map((item) => {
    const label = shorten(item.label, size, width - signWidth);
    const wide = signWidth + textWidth(label, size);
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const at = `translate(${left + Math.round(x)},${top + row * rowHeight + rowHeight / 2})`;
    x += wide + gap;
    const text = `<text x="${signWidth + 1}" y="0.35em" text-anchor="start" fill="${color('ink')}">${escape(label)}</text>`;
    return `<g class="sixstep-legend-item" transform="${at}">${sign(item)}${text}</g>`;
  });
  const svg = marks.length > 0 ? `<g class="sixstep-legend" font-size="${size}">${marks.join('')}</g>` : '';
  return { svg, height: marks.length > 0 ? (row + 1) * rowHeight + 4 : 0 };
}
