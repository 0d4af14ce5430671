/** How a picture is made of pixels. */
interface Pixels {
  /** Pixels; by default the picture's own width. */
  readonly width?: number;
  /** A CSS color. */
  readonly background: string;
}

/** What differs between Node and browsers. */
export interface Platform {
  /** Where the elements of a plot are made. */
  readonly document: () => Document;
  /** A PNG file. */
  readonly toPng: (svg: string, pixels: Pixels) => Promise<Uint8Array>;
}
