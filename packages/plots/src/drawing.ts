/** A finished picture. */
export interface Drawing {
  /** The whole SVG, ready to be written to a file or put into a page. */
  readonly svg: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}
