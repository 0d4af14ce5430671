import { type ColorName, palette, type Theme } from './palette.js';

const variables = (theme: Theme): string =>
  Object.entries(palette[theme])
    .map(([name, value]) => `--s-${name}:var(--sixstep-${name},${value})`)
    .join(';');

/**
 * The style of every plot: the light theme, and the dark one where the reader's system or `data-theme` of the page says
 * so. A page changes a color by setting `--sixstep-paper`, `--sixstep-ink`, `--sixstep-series-1` and so on.
 */
export const styleSheet: string = [
  `.sixstep-plot{${variables('light')};max-width:100%;height:auto}`,
  `@media (prefers-color-scheme:dark){.sixstep-plot{${variables('dark')}}}`,
  `[data-theme=light] .sixstep-plot{${variables('light')}}`,
  `[data-theme=dark] .sixstep-plot{${variables('dark')}}`,
].join('');

/**
 * The picture with the colors of `theme` written into it, for programs that know no CSS variables (Inkscape, LaTeX,
 * the PNG renderer).
 */
export function withTheme(svg: string, theme: Theme): string {
  return svg
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/var\(--s-([a-z0-9-]+)\)/g, (whole, name: string) => palette[theme][name as ColorName] ?? whole);
}
