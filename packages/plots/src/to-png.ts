import { expectInteger, expectOneOf, formatValue } from '@sixstep/parts';
import { platform } from '#platform';
import type { Drawing } from './drawing.js';
import { palette, type Theme } from './palette.js';
import { withTheme } from './style-sheet.js';

export interface ToPngOptions {
  /** Pixels, by default twice the drawing's width. */
  readonly width?: number;
  /** By default `'light'`. */
  readonly theme?: Theme;
  /** A CSS color, by default the theme's paper. */
  readonly background?: string;
}

const chinese = `'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', `;

/** The renderer takes the first family that it finds for a whole text, so Chinese needs one that has all letters. */
function withFonts(svg: string): string {
  const families = `${/[\u2e80-\u9fff]/.test(svg) ? chinese : ''}'DejaVu Sans', sans-serif`;
  return svg.replace(/(<svg[^>]*? font-family=")[^"]*"/, `$1${families}"`);
}

/**
 * A plot as a PNG file, in Node.
 *
 * Text needs fonts of the system: Debian's `fonts-dejavu-core`, and `fonts-noto-cjk` for Chinese. Where a font is missing
 * its letters are missing in the picture; nothing fails.
 *
 * @returns the bytes of the file
 * @throws Error in a browser
 *
 * @example
 * await writeFile('curves.png', await toPng(curves({ history }), { width: 1280 }));
 */
export async function toPng(
  drawing: Drawing | string,
  { width, theme = 'light', background }: ToPngOptions = {},
): Promise<Uint8Array> {
  const place = 'toPng';
  const given: unknown = drawing;
  const svg = typeof given === 'string' ? given : (given as Partial<Drawing> | undefined)?.svg;
  if (typeof svg !== 'string' || !svg.includes('<svg')) {
    throw new Error(`${place}: expected an SVG or what a plot returned, received ${formatValue(given)}.`);
  }
  expectOneOf(place, 'theme', theme, ['light', 'dark']);
  if (width !== undefined) expectInteger(place, 'width', width, { max: 16384 });
  const own = Number(/<svg[^>]* width="([\d.]+)"/.exec(svg)?.[1]);
  const pixels = width ?? (own > 0 ? Math.round(2 * own) : undefined);
  return platform.toPng(withFonts(withTheme(svg, theme)), {
    ...(pixels !== undefined && { width: pixels }),
    background: background ?? palette[theme].paper,
  });
}
