import type { Language } from './language.js';

/** What every plot can be told. */
export interface DrawingOptions {
  /** The heading; `''` for none. By default it says what is drawn, in the chosen language. */
  readonly title?: string;
  /** The language of title and labels, by default `'en'`. */
  readonly language?: Language;
  /** Pixels, by default 640. The SVG shrinks with the page if there is less room. */
  readonly width?: number;
}
