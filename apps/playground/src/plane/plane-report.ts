/** What the page is told of a training in the plane. */
export interface PlaneReport {
  /** Which training this is about: they are counted. */
  readonly run: number;
  /** Epochs so far, not always a whole number. */
  readonly epoch: number;
  readonly steps: number;
  readonly learningRate: number;
  readonly train: Figures;
  readonly test: Figures;
  /** Probability of each class, 255 for 1: [classes, REGION, REGION], rows from top to bottom. */
  readonly regions: Uint8Array<ArrayBuffer>;
  /** What each unit answers over the plane, -127 to 127, its greatest answer being 127: [units of all layers, TILE, TILE]. */
  readonly tiles: Int8Array<ArrayBuffer>;
  /** The kernels, layer by layer: [inputs, units]. */
  readonly kernels: readonly Float32Array<ArrayBuffer>[];
  readonly done: boolean;
  /** Of all weights, once it is done. */
  readonly sha256?: string | undefined;
}

/** Cross-entropy without penalties, and the part that is classified rightly. */
export interface Figures {
  readonly loss: number;
  readonly accuracy: number;
}

/** Points a side of the picture of the regions, and of a unit's tile. */
export const REGION = 64;
export const TILE = 16;
