const names = ['surface', 'ink', 'muted', 'line', 'first', 'second', 'third', 'accent'] as const;
type ColorName = (typeof names)[number];

/** The colors of the page, as CSS has them now: light or dark. */
export type Colors = Readonly<Record<ColorName, string>> & {
  /** One for each class, or runner. */
  readonly series: readonly string[];
};

const dark = globalThis.matchMedia('(prefers-color-scheme: dark)');
let known: Colors | undefined;
const listeners: (() => void)[] = [];
dark.addEventListener('change', () => {
  known = undefined;
  for (const listener of listeners) listener();
});

/** Calls `listener` when the colors change. */
export function onColors(listener: () => void): void {
  listeners.push(listener);
}

export function colors(): Colors {
  if (known !== undefined) return known;
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const found = Object.fromEntries(names.map((name) => [name, read(name)])) as Record<ColorName, string>;
  known = { ...found, series: Array.from({ length: 8 }, (_, i) => read(`series-${i}`)) };
  return known;
}

/** Red, green and blue of a color written as `#rrggbb`, or as `#rgb`, to which style sheets are shortened. */
export function rgb(color: string): readonly [number, number, number] {
  const digits = color.length === 4 ? [...color.slice(1)].map((digit) => digit + digit).join('') : color.slice(1);
  const value = Number.parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
