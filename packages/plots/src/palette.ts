/** Light or dark. */
export type Theme = 'light' | 'dark';

/** The colors of a theme, by the name of their CSS variable without `--sixstep-`. */
export type Colors = Readonly<Record<ColorName, string>>;

export type ColorName = 'paper' | 'ink' | 'muted' | `series-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;

/**
 * The colors of Okabe and Ito, which people with any kind of color vision can tell apart. The dark theme has them in
 * another order, so that the first ones stand out on black; yellow, which cannot be seen on white, is gray in the light one.
 *
 * @source Okabe and Ito 2008, https://jfly.uni-koeln.de/color/
 */
export const palette: Readonly<Record<Theme, Colors>> = {
  light: {
    paper: '#ffffff',
    ink: '#1b1e23',
    muted: '#5c636e',
    'series-1': '#0072b2',
    'series-2': '#d55e00',
    'series-3': '#009e73',
    'series-4': '#cc79a7',
    'series-5': '#e69f00',
    'series-6': '#56b4e9',
    'series-7': '#1b1e23',
    'series-8': '#8f8f8f',
  },
  dark: {
    paper: '#14171c',
    ink: '#e8eaed',
    muted: '#a3abb6',
    'series-1': '#56b4e9',
    'series-2': '#e69f00',
    'series-3': '#009e73',
    'series-4': '#cc79a7',
    'series-5': '#d55e00',
    'series-6': '#f0e442',
    'series-7': '#e8eaed',
    'series-8': '#0072b2',
  },
};

/** How a plot refers to a color. */
export function color(name: ColorName): string {
  return `var(--s-${name})`;
}

/** The color of the series at `index`; after eight they begin again. */
export function seriesColor(index: number): string {
  return color(`series-${(index % 8) + 1}` as ColorName);
}
